import type { Event } from '@alianza/contracts/event';
import { letterAssigned } from '@alianza/contracts/membership/representation/letter-tasks';
import type { Audience } from '@alianza/contracts/membership/recipients';
import { taskAssigned } from '@alianza/contracts/repository/review/tasks';
import type { Localized } from '@alianza/contracts/shapes';
import type { Rule } from '../notices/rules.js';
import { itself } from '../settling/things.js';

type Data = Readonly<Record<string, unknown>>;
const dataOf = (event: Event) => event.data as Data;

const given = {
  recipients: 'the person it was given to, unless they took it themselves',
  kind: 'task',
  inApp: true,
} as const;
const toHolder = (holder: unknown, { actor }: Event): Audience | null =>
  typeof holder === 'string' && holder !== actor.personId ? { to: 'person', id: holder } : null;

/** Where each queue of the secretariat stands: what is given need not be due yet. */
const pages: Readonly<Record<string, string>> = {
  inquiries: 'consultas?',
  replications: 'replicas?',
  verifications: 'verificaciones?cuales=all&',
};

/** What somebody of the secretariat was given by another. */
export const taskRules: readonly Rule[] = [
  {
    ...given,
    name: 'task-assigned',
    event: taskAssigned,
    audience: (event) => toHolder(dataOf(event).personId, event),
    path: (event) => `/secretaria/${pages[String(dataOf(event).queue)] ?? 'consultas?'}abierta=${event.aggregateId}`,
    thing: itself,
    params: (event) => ({ title: dataOf(event).title as Localized }),
  },
  {
    ...given,
    name: 'letter-assigned',
    event: letterAssigned,
    audience: (event) => toHolder(dataOf(event).holderId, event),
    path: ({ aggregateId }) => `/secretaria/oficios?abierta=${aggregateId}`,
    params: (event) => ({ organization: dataOf(event).organization as Localized }),
  },
];
