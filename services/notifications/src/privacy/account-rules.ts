import type { Event } from '@alianza/contracts/event';
import { secondFactorReset } from '@alianza/contracts/membership/account/accounts';
import { addressAsked, addressConfirmed } from '@alianza/contracts/membership/account/addresses';
import { copyMade, erasureAnnounced, erasureAsked, erasureHeld } from '@alianza/contracts/membership/account/personal-data';
import type { Audience } from '@alianza/contracts/membership/recipients';
import type { Localized } from '@alianza/contracts/shapes';
import { dayInWords } from '../notices/rules/people-rules.js';
import type { Params, Rule } from '../notices/rules.js';
import { personNamed } from '../settling/things.js';

interface Data {
  readonly personId: string;
  /** `2026-11-29` */
  readonly dueOn: string;
  readonly reason: string;
  readonly why: string;
  readonly organization: { readonly id: string; readonly name: Localized } | null;
}
const dataOf = (event: Event) => event.data as Data;
const toThemselves = (event: Event): Audience => ({ to: 'person', id: dataOf(event).personId });
const account = () => '/miembro/cuenta';
/** Of no organisation where a secretariat would be left without its lead. */
const held = (event: Event): Params => ({ why: dataOf(event).why, organization: dataOf(event).organization?.name ?? '' });

/** What somebody does with their own account, told to them: should somebody else have done it, they hear of it. */
export const accountRules: readonly Rule[] = [
  {
    name: 'address-asked',
    event: addressAsked,
    recipients: 'the address that somebody asked to be written to at',
    kind: 'summons',
    audience: ({ aggregateId }) => ({ to: 'new-address', id: aggregateId }),
    path: () => '/cuenta/correo',
    link: 'confirm-address',
    inApp: false,
  },
  {
    name: 'address-confirmed',
    event: addressConfirmed,
    recipients: 'the address that somebody was written to at before',
    kind: 'summons',
    audience: ({ aggregateId }) => ({ to: 'former-address', id: aggregateId }),
    path: () => '/contacto',
    inApp: false,
  },
  { name: 'copy-made', event: copyMade, recipients: 'whose data it is', kind: 'news', audience: toThemselves, path: account, inApp: true },
  {
    name: 'second-factor-reset',
    event: secondFactorReset,
    recipients: 'whose second factor was forgotten',
    kind: 'summons',
    audience: toThemselves,
    path: account,
    inApp: false,
    params: (event) => ({ reason: dataOf(event).reason }),
  },
  {
    name: 'erasure-asked',
    event: erasureAsked,
    recipients: 'who asked to be forgotten',
    kind: 'summons',
    audience: toThemselves,
    path: account,
    inApp: false,
    params: (event) => ({ day: dayInWords(dataOf(event).dueOn) }),
  },
  {
    name: 'erasure-held',
    event: erasureHeld,
    recipients: 'who asked to be forgotten and has to hand over first',
    kind: 'summons',
    audience: toThemselves,
    path: (event) => (dataOf(event).organization ? '/miembro/personas' : account()),
    inApp: false,
    params: held,
  },
  {
    name: 'erasure-held-here',
    event: erasureHeld,
    recipients: 'holders of roles:grant',
    kind: 'task',
    audience: () => ({ to: 'permission', permission: 'roles:grant' }),
    thing: personNamed,
    path: (event) => {
      const { organization } = dataOf(event);
      return organization ? `/secretaria/integrantes/${organization.id}/personas` : '/secretaria/papeles';
    },
    inApp: true,
    params: held,
  },
  {
    name: 'erasure-announced',
    event: erasureAnnounced,
    recipients: 'who is forgotten within two hours',
    kind: 'summons',
    audience: toThemselves,
    path: account,
    inApp: false,
  },
];
