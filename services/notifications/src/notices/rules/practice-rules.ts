import type { Permission } from '@alianza/contracts/access';
import type { Event, EventType } from '@alianza/contracts/event';
import { practiceChangesRequested, practicePublished, practiceSubmitted } from '@alianza/contracts/repository/practices';
import { practiceCalledBack } from '@alianza/contracts/repository/review/drafts';
import { guestInvited } from '@alianza/contracts/repository/review/guests';
import { practiceEntered } from '@alianza/contracts/repository/review/entries';
import { practiceDeclined, reviewAssigned } from '@alianza/contracts/repository/reviews';
import { practiceConfirmed, verificationDue } from '@alianza/contracts/repository/publication/verifications';
import { practiceWithdrawn } from '@alianza/contracts/repository/publication/withdrawals';
import type { NoticeKind } from '@alianza/contracts/notifications/notices';
import type { Localized } from '@alianza/contracts/shapes';
import { itself } from '../../settling/things.js';
import type { Params, Rule } from '../rules.js';

const dataOf = (event: Event) => event.data as Record<string, unknown>;
/** Facts told before they named the record still come: told again, or after a long silence. */
const titleOf = (event: Event): Params => ({ title: (dataOf(event).title as Localized | undefined) ?? '…' });
const inReview = ({ aggregateId }: Event) => `/secretaria/practicas?abierta=${aggregateId}`;
const ofOurs = ({ aggregateId }: Event) => `/miembro/practicas/${aggregateId}`;
const inPublic = (event: Event) => `/practicas/${String(dataOf(event).slug)}`;

type Path = Rule['path'];

/** Nobody where the record is the network's. */
const toOwner = (name: string, event: EventType, kind: NoticeKind, path: Path): Rule => ({
  name,
  event,
  recipients: 'titular and suplentes of the organisation that owns it',
  kind,
  audience: (happened) => {
    const { organizationId } = dataOf(happened);
    return typeof organizationId === 'string' ? { to: 'organization', id: organizationId } : null;
  },
  inApp: true,
  path,
  params: titleOf,
});

const toHolders = (name: string, event: EventType, permission: Permission, rest: Pick<Rule, 'kind' | 'path'> & Partial<Rule>): Rule => ({
  name,
  event,
  recipients: `holders of ${permission}`,
  audience: () => ({ to: 'permission', permission }),
  inApp: true,
  params: titleOf,
  ...rest,
});

const recheckDue = toOwner('recheck-due', verificationDue, 'task', ofOurs);

/** What happens to a practice from the day it is handed in, or entered for an organisation. */
export const practiceRules: readonly Rule[] = [
  toHolders('practice-to-review', practiceSubmitted, 'practices:review', { kind: 'task', path: inReview }),
  toHolders('practice-called-back', practiceCalledBack, 'practices:review', { kind: 'news', path: () => '/secretaria/practicas' }),
  {
    name: 'review-assigned',
    event: reviewAssigned,
    recipients: 'the person it was given to, unless they took it themselves',
    kind: 'task',
    audience: (event) => {
      const { personId } = dataOf(event);
      return typeof personId === 'string' && personId !== event.actor.personId ? { to: 'person', id: personId } : null;
    },
    inApp: true,
    path: inReview,
    params: titleOf,
  },
  {
    name: 'guest-invited',
    event: guestInvited,
    recipients: 'the external reviewer',
    kind: 'task',
    audience: (event) => ({ to: 'person', id: String(dataOf(event).personId) }),
    inApp: true,
    path: (event) => `/secretaria/practicas?abierta=${String(dataOf(event).practiceId)}`,
    thing: itself,
    params: titleOf,
  },
  toOwner('practice-entered', practiceEntered, 'task', ofOurs),
  toOwner('changes-requested', practiceChangesRequested, 'task', ofOurs),
  toOwner('practice-declined', practiceDeclined, 'news', ofOurs),
  toOwner('practice-published', practicePublished, 'news', inPublic),
  toOwner('practice-withdrawn', practiceWithdrawn, 'news', inPublic),
  toHolders('practice-withdrawn-here', practiceWithdrawn, 'practices:verify', { kind: 'news', path: inPublic }),
  {
    ...recheckDue,
    recipients: `${recheckDue.recipients}, unless its next version is begun`,
    audience: (event) => (dataOf(event).status === 'published' ? recheckDue.audience(event) : null),
  },
  toHolders('recheck-due-here', verificationDue, 'practices:verify', {
    kind: 'task',
    path: ({ aggregateId }) => `/secretaria/verificaciones?abierta=${aggregateId}`,
  }),
  toHolders('practice-confirmed-here', practiceConfirmed, 'practices:verify', {
    kind: 'news',
    recipients: 'holders of practices:verify, where a note was written',
    audience: (event) => (dataOf(event).note === null ? null : { to: 'permission', permission: 'practices:verify' }),
    path: ({ aggregateId }) => `/secretaria/verificaciones?cuales=all&abierta=${aggregateId}`,
  }),
];
