const keyOf = (network: string) => `alianza.acting.${network}`;

/** The organisation last spoken for in a network, kept in this browser. */
export const rememberedActing = (network: string): string | null => localStorage.getItem(keyOf(network));

export const rememberActing = (network: string, organizationId: string): void => localStorage.setItem(keyOf(network), organizationId);

/** The one remembered while it is still theirs, else the first; null for who represents none. */
export const actingAmong = <T extends { readonly id: string }>(organizations: readonly T[], remembered: string | null): T | null =>
  organizations.find(({ id }) => id === remembered) ?? organizations[0] ?? null;
