import type { Messages } from '@alianza/texts/text';

/** What pages made in the browser say in Spanish to whoever has no account, and every workspace as well. */
export const files = import.meta.glob<Messages>(
  '../../../../packages/texts/es/{account,application,files,frame,inquiries,invitation,states,taxonomy}.json',
  { eager: true, import: 'default' },
);
