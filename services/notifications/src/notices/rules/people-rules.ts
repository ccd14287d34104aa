import type { Event } from '@alianza/contracts/event';
import { handoverCompleted } from '@alianza/contracts/membership/representation/handovers';
import { letterAccredited, letterExpiring, letterFiled, letterReturned } from '@alianza/contracts/membership/representation/letters';
import { roleEnded } from '@alianza/contracts/membership/representation/roles';
import type { Audience } from '@alianza/contracts/membership/recipients';
import { handoverSummarized } from '@alianza/contracts/repository/handovers';
import type { Localized } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';
import { roleHeld } from '../../settling/things.js';
import type { Params, Rule } from '../rules.js';

type Data = Readonly<Record<string, unknown>>;
const dataOf = (event: Event) => event.data as Data;
const textOf = (event: Event, name: string): string => {
  const value = dataOf(event)[name];
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
};

const named = (event: Event): Params => ({ organization: dataOf(event).organization as Localized });
/** A text that was written before names of organisations were told does without; see `paramsFor`. */
export const placed = (event: Event): Params => {
  const { organization } = dataOf(event);
  return organization ? { where: 'organization', organization: organization as Localized } : { where: 'network' };
};
const toPerson = (id: unknown): Audience | null => (typeof id === 'string' ? { to: 'person', id } : null);

const ours = {
  recipients: 'titular and suplentes of the organisation',
  audience: (event: Event): Audience => ({ to: 'organization', id: textOf(event, 'organizationId') }),
  path: () => '/miembro/personas',
  inApp: true,
} as const;
const here = {
  recipients: 'holders of letters:accredit',
  audience: (): Audience => ({ to: 'permission', permission: 'letters:accredit' }),
  inApp: true,
} as const;

const inWords = (locale: string, day: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
/** A civil date in the words of each language. */
export const dayInWords = (day: string): Localized => ({ original: 'es', es: inWords('es', day), en: inWords('en-GB', day) });
/** What a role is called, which has no place in a sentence of its own. */
export const roleInWords = (role: string): Localized => {
  const key = `taxonomy.role.${role}`;
  return { original: 'es', es: textIn('es')(key), en: textIn('en')(key) };
};
const letterOf = (event: Event): Params => ({
  ...named(event),
  role: textOf(event, 'role'),
  validUntil: dayInWords(textOf(event, 'validUntil')),
});
const isRenewed = (event: Event): boolean => dataOf(event).renewed === true;
const expiring = (event: Event): Params => ({
  ...{ ...letterOf(event), days: textOf(event, 'days') },
  renewed: isRenewed(event) ? 'yes' : dataOf(event).unheard === true ? 'unheard' : 'no',
});
/** Whether whoever was titular is nothing in the organisation any more: the portal may have nothing left for them. */
const leaves = (event: Event): boolean => dataOf(event).becomes === 'nothing';
const goesOn = (event: Event): boolean => !leaves(event) && dataOf(event).becomes !== null;
const dueNames = ['drafts', 'changes', 'rechecks', 'inquiries', 'replications', 'clarify', 'finish', 'letters', 'invitations'] as const;
const due = (event: Event): Params => ({
  ...named(event),
  ...Object.fromEntries(dueNames.map((name) => [name, textOf(event, name)])),
});

/** Who speaks for an organisation, and on which letter that rests. */
export const peopleRules: readonly Rule[] = [
  {
    ...here,
    name: 'letter-to-accredit',
    event: letterFiled,
    kind: 'task',
    path: ({ aggregateId }) => `/secretaria/oficios?abierta=${aggregateId}`,
    thing: roleHeld,
    params: letterOf,
  },
  { ...ours, name: 'letter-accredited', event: letterAccredited, kind: 'news', params: letterOf },
  {
    ...ours,
    name: 'letter-returned',
    event: letterReturned,
    kind: 'task',
    thing: roleHeld,
    params: (event) => ({ ...letterOf(event), reason: textOf(event, 'reason') }),
  },
  {
    ...ours,
    name: 'letter-expiring',
    event: letterExpiring,
    recipients: `${ours.recipients}, unless the next letter is filed already`,
    audience: (event) => (isRenewed(event) ? null : ours.audience(event)),
    kind: 'task',
    thing: roleHeld,
    params: expiring,
  },
  {
    ...here,
    name: 'letter-expiring-here',
    event: letterExpiring,
    kind: 'news',
    path: () => '/secretaria/oficios?cuales=soon',
    params: expiring,
  },
  {
    name: 'role-ended',
    event: roleEnded,
    recipients: 'whose role ended, unless somebody took it over or the whole organisation left',
    kind: 'summons',
    audience: (event) => (dataOf(event).succeeded === true || dataOf(event).left === true ? null : toPerson(dataOf(event).personId)),
    path: () => '/miembro/cuenta',
    inApp: false,
    params: (event) => ({ ...placed(event), role: roleInWords(textOf(event, 'role')), reason: textOf(event, 'reason') }),
  },
  {
    name: 'handover-given',
    event: handoverCompleted,
    recipients: 'who was titular, and still has a role in the organisation',
    kind: 'task',
    audience: (event) => (goesOn(event) ? toPerson(dataOf(event).predecessorId) : null),
    path: () => '/miembro/avisos',
    inApp: true,
    params: named,
  },
  {
    name: 'handover-left',
    event: handoverCompleted,
    recipients: 'who was titular, and has no role in the organisation any more',
    kind: 'summons',
    audience: (event) => (leaves(event) ? toPerson(dataOf(event).predecessorId) : null),
    path: () => '/miembro/cuenta',
    inApp: false,
    params: named,
  },
  {
    name: 'handover-received',
    event: handoverSummarized,
    recipients: 'who is titular now',
    kind: 'task',
    audience: (event) => toPerson(dataOf(event).successorId),
    path: () => '/miembro/personas',
    inApp: true,
    params: due,
  },
  { ...here, name: 'handover-here', event: handoverCompleted, kind: 'news', path: () => '/secretaria/oficios?cuales=open', params: named },
];
