import type { FoundGroup } from '@alianza/contracts/search/found';
import { helpParts } from '@alianza/texts/help-parts';
import { textIn } from '@alianza/texts/server';

const marks = /\p{M}/gu;
const folded = (text: string): string => text.normalize('NFD').replaceAll(marks, '').toLowerCase();

/** Whatever the texts link to: here they are only looked through. */
const anywhere = { practices: '', member: '', apply: '', openData: '', replications: '', contact: '', privacy: '', terms: '' };

interface Wanted {
  readonly q: string;
  readonly limit: number;
}

/** Parts of the help page that say every word; those with a word in their title first. */
export function findInHelp({ q, limit }: Wanted, lang: string): FoundGroup[] {
  const text = textIn(lang);
  const words = folded(q)
    .split(/\s+/)
    .filter((word) => word.length > 2);
  if (words.length === 0) return [];
  const found = helpParts.flatMap(({ name, anchor }) => {
    const title = text(`help.section.${name}.title`);
    const said = folded(`${title} ${text(`help.section.${name}.text`, anywhere)}`);
    if (!words.every((word) => said.includes(word))) return [];
    const named = words.some((word) => folded(title).includes(word));
    return [{ named, hit: { id: anchor, title, lang: null, excerpt: text('help.title'), place: `ayuda#${anchor}` } }];
  });
  const items = found.sort((one, other) => Number(other.named) - Number(one.named)).map(({ hit }) => hit);
  return items.length === 0 ? [] : [{ kind: 'help', total: items.length, items: items.slice(0, limit) }];
}
