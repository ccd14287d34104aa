import type { ApplicationStatus } from '@alianza/contracts/membership/applications';
import type { StateKind } from '../../../shared/parts/state.js';

/** How a status looks, how it is named, how it reads as a step of a history, and what its applicant can expect next. */
export const applicationStates: Record<
  ApplicationStatus,
  { readonly kind: StateKind; readonly key: string; readonly step: string; readonly next: string }
> = {
  unconfirmed: {
    kind: 'still',
    key: 'application.status.unconfirmed',
    step: 'application.step.unconfirmed',
    next: 'application.next.unconfirmed',
  },
  submitted: { kind: 'still', key: 'application.status.submitted', step: 'application.step.submitted', next: 'application.next.submitted' },
  'in-review': { kind: 'open', key: 'application.status.inReview', step: 'application.step.inReview', next: 'application.next.inReview' },
  'clarification-asked': { kind: 'open', key: 'application.status.asked', step: 'application.step.asked', next: 'application.next.asked' },
  'clarification-answered': {
    kind: 'soon',
    key: 'application.status.answered',
    step: 'application.step.answered',
    next: 'application.next.answered',
  },
  accepted: { kind: 'done', key: 'application.status.accepted', step: 'application.step.accepted', next: 'application.next.accepted' },
  declined: { kind: 'late', key: 'application.status.declined', step: 'application.step.declined', next: 'application.next.declined' },
  withdrawn: { kind: 'still', key: 'application.status.withdrawn', step: 'application.step.withdrawn', next: 'application.next.withdrawn' },
};

/** Still to be decided. */
export const isOpen = (status: ApplicationStatus): boolean =>
  ['submitted', 'in-review', 'clarification-asked', 'clarification-answered'].includes(status);

/** What the queue can be narrowed to; `open` leaves out the decided ones. */
const queueStatuses = [
  'open',
  'submitted',
  'in-review',
  'clarification-asked',
  'clarification-answered',
  'accepted',
  'declined',
  'withdrawn',
] as const;
type QueueStatus = (typeof queueStatuses)[number];

/** Parts of the undecided ones: whose they are. */
const queueOwners = { mine: 'me', unassigned: 'nobody' } as const;
export type QueuePart = QueueStatus | keyof typeof queueOwners;
export const queueParts: readonly QueuePart[] = ['open', 'mine', 'unassigned', ...queueStatuses.slice(1)];

/** What the list is asked for. */
export const askedOf = (part: QueuePart) =>
  part === 'mine' || part === 'unassigned' ? { status: 'open' as const, assigned: queueOwners[part] } : { status: part };
