import { forNobody } from './standing-values.js';

const keyOf = (network: string) => `alianza.acting.${network}`;

/** The organisation last spoken for in a network, or the network itself, kept in this browser. */
export const rememberedActing = (network: string): string | null => localStorage.getItem(keyOf(network));

export const rememberActing = (network: string, organizationId: string | null): void =>
  localStorage.setItem(keyOf(network), organizationId ?? forNobody);

/** The one remembered while it is still theirs, else the first; null for who represents none, or chose what they are in the network itself. */
export function actingAmong<T extends { readonly id: string }>(
  organizations: readonly T[],
  remembered: string | null,
  alone: boolean,
): T | null {
  if (alone && remembered === forNobody) return null;
  return organizations.find(({ id }) => id === remembered) ?? organizations[0] ?? null;
}
