import type { SubscriptionKind } from '@alianza/contracts/notifications/subscriptions';
import type { Choice } from '../preferences/preference.entity.js';

/** What a link of this kind would end of somebody's choice; empty where nothing of it comes. */
export function endedBy(kind: SubscriptionKind, { taskMail, newsMail, mailings }: Choice): Partial<Choice> {
  switch (kind) {
    case 'task':
      return taskMail === 'never' ? {} : { taskMail: 'never' };
    case 'news':
      return newsMail === 'never' ? {} : { newsMail: 'never' };
    case 'mailing':
      return mailings ? { mailings: false } : {};
    case 'digest':
      return { ...(taskMail === 'daily' && { taskMail: 'never' as const }), ...(newsMail === 'daily' && { newsMail: 'never' as const }) };
  }
}

/** The same parts as they were before. */
export const before = (choice: Choice, ended: Partial<Choice>): Partial<Choice> =>
  Object.fromEntries(Object.keys(ended).map((name) => [name, choice[name as keyof Choice]]));

/** What comes back: as it was, where nobody chose otherwise since; where the link ended nothing, all of its kind. */
export function resumedBy(kind: SubscriptionKind, choice: Choice, stopped: Partial<Choice> | null): Partial<Choice> {
  const all: Record<SubscriptionKind, Partial<Choice>> = {
    task: { taskMail: 'now' },
    news: { newsMail: 'now' },
    mailing: { mailings: true },
    digest: { taskMail: 'daily', newsMail: 'daily' },
  };
  const wanted = stopped ?? all[kind];
  const off = (name: string) => ['never', false].includes(choice[name as keyof Choice]);
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => off(name)));
}
