/** Filters as an address says them; an empty text is no filter, and what nobody knows is none either. */

export const oneOf = <T extends string>(known: readonly T[], said: string | null): T | '' => known.find((value) => value === said) ?? '';
const shaped = (said: string | null, shape: RegExp): string => (said !== null && shape.test(said) ? said : '');

export const wordsIn = (search: URLSearchParams): string => (search.get('q') ?? '').trim().slice(0, 100);
export const countryIn = (search: URLSearchParams): string => shaped(search.get('pais'), /^[A-Z]{2}$/);
export const categoryIn = (search: URLSearchParams): string => shaped(search.get('categoria'), /^[a-z][a-z0-9-]{0,59}$/);

/** As contracts want a filter of which there may be several. */
export const listed = <T extends string>(value: T | ''): T[] => (value === '' ? [] : [value]);
