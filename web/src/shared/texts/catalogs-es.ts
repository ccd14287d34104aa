import type { Messages } from '@alianza/texts/text';

/** What the portal says in Spanish; mails and problem titles are said by the services. */
export const files = import.meta.glob<Messages>(
  ['../../../../packages/texts/es/*.json', '!**/mails.json', '!**/problems.json', '!**/{help,legal,privacy,accessibility}.json'],
  {
    eager: true,
    import: 'default',
  },
);
