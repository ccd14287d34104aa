import type { Messages } from '@alianza/texts/text';

/** What only workspaces say in Spanish. */
export const files = import.meta.glob<Messages>(
  '../../../../packages/texts/es/{actorImports,actors,auditLog,calendars,concepts,deadLetters,home,imports,mailings,member,memberImports,members,myAccount,networkRoles,notices,openData,operation,people,practice,practiceForm,replications,results,review,searchBox,secretariat,settings,versions}.json',
  { eager: true, import: 'default' },
);
