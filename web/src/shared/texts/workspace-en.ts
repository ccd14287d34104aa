import type { Messages } from '@alianza/texts/text';

/** What only workspaces say in English. */
export const files = import.meta.glob<Messages>(
  '../../../../packages/texts/en/{concepts,imports,member,memberImports,members,notices,openData,people,practice,practiceForm,replications,results,review,secretariat,versions}.json',
  { eager: true, import: 'default' },
);
