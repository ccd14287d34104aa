import type { HeldRole } from '@alianza/contracts/membership/representation/roles';

/** Titular and suplentes rest on a letter. */
export const represents = ({ role, until }: Pick<HeldRole, 'role' | 'until'>): boolean =>
  until === null && (role === 'titular' || role === 'suplente');

/** Who is titular now. */
export const titularIn = (items: readonly HeldRole[]): HeldRole | undefined =>
  items.find(({ role, until }) => role === 'titular' && until === null);

/** Everybody of the organisation now but its titular, each once: id and name. */
export function successorsIn(items: readonly HeldRole[]): (readonly [id: string, name: string])[] {
  const titular = titularIn(items)?.personId;
  const others = items.filter(({ personId, until }) => until === null && personId !== titular);
  return [...new Map(others.map(({ personId, name }) => [personId, name]))];
}

/** What the organisation must know first about the letter of its titular; null where there is nothing to say. */
export function noteOn(items: readonly HeldRole[]): { readonly key: string; readonly date: string | null } | null {
  const titular = titularIn(items);
  if (titular === undefined) return null;
  const holding = titular.letters.find(({ status, expiry }) => status === 'accredited' && expiry !== 'over');
  const waiting = titular.letters.some(({ status }) => status === 'filed');
  if (holding === undefined) return { key: waiting ? 'people.note.waiting' : 'people.note.missing', date: null };
  return holding.expiry === 'soon' && !waiting ? { key: 'people.note.soon', date: holding.validUntil } : null;
}
