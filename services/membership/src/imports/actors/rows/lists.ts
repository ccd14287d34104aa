import type { ActorContent } from './plan.js';
import type { Cell } from '@alianza/platform/imports/import-rows';
import { sourceText } from '../../../actors/reading/actor-export.js';
import { plain } from '../../../organizations/names.js';

type Initiative = ActorContent['initiatives'][number];
type Source = ActorContent['sources'][number];

/** Titles have semicolons of their own: one parts only where neither a bar nor a new line does, and no title that is known. */
const partsOf = ({ text }: Cell, isKnown: (part: string) => boolean): string[] => [
  ...new Set(
    (isKnown(text.trim()) ? [text] : text.split(/[|\r\n]/.test(text) ? /[|\r\n]/ : /;/))
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

/** Where an address that begins here has ended: before a blank, or before a bracket that it has not opened itself. */
function endOf(part: string, start: number): number {
  let open = 0;
  for (let at = start; at < part.length; at += 1) {
    const sign = part.charAt(at);
    if (sign === '(') open += 1;
    if (sign === ')') open -= 1;
    if (open < 0 || /\s/.test(sign)) return at;
  }
  return part.length;
}

const withoutPoint = (text: string): string => text.trim().replace(/[.,:;\s]{1,20}$/, '');

/** What stands in a part besides its address. In brackets, as the export writes it, the address is whole and what goes before is the title as it is. */
function addressed(part: string): { readonly title: string; readonly url: string | null } {
  const inBrackets = part.search(/(?<=\()https?:\/\/\S/);
  const start = inBrackets < 0 ? part.search(/https?:\/\/\S/) : inBrackets;
  if (start < 0) return { title: part, url: null };
  const end = endOf(part, start);
  const isWhole = start === inBrackets && part.charAt(end) === ')';
  const url = isWhole ? part.slice(start, end) : part.slice(start, end).replace(/[.,;]{1,5}$/, '');
  const read = URL.parse(url); // `canParse` takes some long ones that are none
  if (read === null) return { title: part, url: null };
  const [before, after] = isWhole
    ? [part.slice(0, start - 1), part.slice(end + 1)]
    : [part.slice(0, start), part.slice(start + url.length)];
  const rest = withoutPoint(after);
  const title = isWhole && rest === '' ? before.trim() : withoutPoint(`${before.trim()} ${rest}`);
  return { title: title || read.hostname, url };
}

/** `Ley de cuidados (2024)` → what it is called, and the year. */
function dated(title: string): { readonly title: string; readonly year: number | null } {
  const [, called = '', digits = ''] = /^(.{1,400}?)\s*\((\d{4})\)$/.exec(title) ?? [];
  const year = Number(digits);
  return called !== '' && year >= 1900 && year <= 2100 ? { title: called, year } : { title, year: null };
}

const sameTitle = <One extends { readonly title: string }>(all: readonly One[], title: string): One | undefined =>
  all.find((one) => plain(one.title) === plain(title));

/** What a cell does not tell of one that is known by its title stays. */
export function initiativesIn(cell: Cell, before: readonly Initiative[]): Initiative[] {
  return partsOf(cell, (part) => sameTitle(before, part) !== undefined).map((part) => {
    const { title: said, url } = sameTitle(before, part) ? { title: part, url: null } : addressed(part);
    const whole = sameTitle(before, said);
    const { title, year } = whole ? { title: whole.title, year: null } : dated(said);
    const known = whole ?? sameTitle(before, title);
    return { title, year: year ?? known?.year ?? null, url: url ?? known?.url ?? null, source: known?.source ?? null };
  });
}

/** Which facts a source tells is said on the page of the actor, not by a sheet. One that is written as the map writes it is as it was. */
export function sourcesIn(cell: Cell, before: readonly Source[]): Source[] {
  const exported = (part: string) => before.find((source) => sourceText(source).trim() === part);
  return partsOf(cell, (part) => exported(part) !== undefined).map((part) => {
    const same = exported(part);
    if (same) return same;
    const { title, url } = addressed(part);
    const known = sameTitle(before, title);
    return { title, url: url ?? known?.url ?? null, tells: [...(known?.tells ?? [])] };
  });
}
