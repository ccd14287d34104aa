import { languages, type Localized } from '@alianza/contracts/shapes';
import { originalOf } from '@alianza/platform/data/localized';

const marks = /\p{M}/gu;

/** Lower case without accents: what names are compared and searched by. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(marks, '').toLowerCase().trim();

const longest = 72;

/** What an address says: `Red de Cuidados, A. C.` → `red-de-cuidados-a-c`. */
export function slugOf(name: string): string {
  const words = plain(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const kept: string[] = [];
  for (const word of words) if ([...kept, word].join('-').length <= longest) kept.push(word);
  return kept.join('-') || 'organizacion';
}

/** The slug itself, or with the first number that is free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${String(number)}`)) number++;
  return `${slug}-${String(number)}`;
}

export interface Called {
  readonly name: Localized;
  readonly acronym?: string | null | undefined;
}

/** What an organisation is called: in each language, and by its acronym. */
export const allNames = ({ name, acronym }: Called): string[] => [
  ...languages.flatMap((lang) => name[lang] ?? []),
  ...(acronym ? [acronym] : []),
];

/** By what nobody else of the network may be called. */
export const nameKeyOf = ({ name }: Pick<Called, 'name'>): string => plain(originalOf(name));

/** Names as they are searched. */
export const plainNames = (called: readonly Called[]): string => called.flatMap(allNames).map(plain).join(' ').trim();
