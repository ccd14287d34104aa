import type { Likenesses } from '@alianza/contracts/membership/application-desk';
import type { Text } from '@alianza/texts/text';

export type LikeOrganization = Likenesses['organizations'][number];

/** What an organisation that is alike is in the network, in a word. */
export const standingOf = (text: Text, { kind, status }: Pick<LikeOrganization, 'kind' | 'status'>): string =>
  text(`secretariat.duplicates.status.${kind === 'actor' ? 'actor' : status}`);

/** It could be the one that applies: one of the map, or one that had left. */
export const couldBeIt = ({ kind, status }: LikeOrganization): boolean => kind === 'actor' || status === 'withdrawn';
