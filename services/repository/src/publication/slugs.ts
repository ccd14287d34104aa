import { fold } from '../search/words.js';

/** Leaves room for `-2` to `-999` within 80 characters. */
const longest = 76;

/** What an address says of a title: `Guarderías móviles (ficticia)` → `guarderias-moviles-ficticia`. */
export function slugOf(title: string): string {
  const kept: string[] = [];
  for (const word of fold(title).match(/[a-z0-9]+/g) ?? []) {
    const whole = word.slice(0, longest);
    if ([...kept, whole].join('-').length > longest) break;
    kept.push(whole);
  }
  return kept.join('-') || 'practica';
}

/** The slug itself, or with the first number that is free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${String(number)}`)) number++;
  return `${slug}-${String(number)}`;
}
