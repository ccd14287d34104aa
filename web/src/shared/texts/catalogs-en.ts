import type { Messages } from '@alianza/texts/text';

/** What the portal says in English; mails and problem titles are said by the services. */
export const files = import.meta.glob<Messages>(
  ['../../../../packages/texts/en/*.json', '!**/mails.json', '!**/problems.json', '!**/{help,legal,privacy,accessibility}.json'],
  {
    eager: true,
    import: 'default',
  },
);
