import type { PortalLanguage } from '@alianza/contracts/shapes';
import { proseFields, type PracticeField } from '../../../shared/practice/practice-fields.js';
import type { PracticeValues } from './practice-values.js';

/** A place that two people changed, each in their way: on the page stands what was written there. */
export interface Clash {
  readonly field: PracticeField;
  /** Of a text in several languages. */
  readonly lang: PortalLanguage | null;
  /** What the other wrote; null where it is a choice, which the page shows anew as soon as it is chosen. */
  readonly theirs: string | null;
}

export interface Merged {
  readonly values: PracticeValues;
  readonly clashes: readonly Clash[];
}

type Three<T> = readonly [base: T, mine: T, theirs: T];

/** Spaces at the ends of what is written are no change: the service does not keep them. */
const print = (value: unknown) => JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.trim() : part));
const isSame = (one: unknown, other: unknown) => print(one) === print(other);

const pick = <T>([base, mine, theirs]: Three<T>): T => (isSame(mine, base) ? theirs : mine);
const clash = <T>([base, mine, theirs]: Three<T>): boolean => !isSame(mine, base) && !isSame(theirs, base) && !isSame(mine, theirs);

/** Pictures and files are told apart by their id, whatever is said of them. */
const keyOf = (item: unknown): string => (item instanceof Object && 'id' in item ? String(item.id) : print(item));

/** What either of them added is in the list, what either removed is not; in my order. */
function mergeLists<T>(three: Three<readonly T[]>): { list: T[]; isClash: boolean } {
  const [base, mine, theirs] = three.map((items) => new Map(items.map((item) => [keyOf(item), item]))) as [
    Map<string, T>,
    Map<string, T>,
    Map<string, T>,
  ];
  if (isSame(three[1], three[0])) return { list: [...three[2]], isClash: false };
  let isClash = false;
  const kept = three[1].flatMap((item) => {
    const [was, other] = [base.get(keyOf(item)), theirs.get(keyOf(item))];
    if (was === undefined) return [item];
    if (other === undefined) return isSame(item, was) ? [] : [item];
    isClash ||= clash([was, item, other]);
    return [pick([was, item, other])];
  });
  const added = three[2].filter((item) => !base.has(keyOf(item)) && !mine.has(keyOf(item)));
  return { list: [...kept, ...added], isClash };
}

/** Written by hand, so that it can be read and taken over. */
const typed = new Set<string>(['place', 'organizations', 'sdgTargets', 'startYear', 'endYear']);

/** What both changed since `base`, together: by language in texts, by item in lists; where they changed the same, mine. */
export function merge(base: PracticeValues, mine: PracticeValues, theirs: PracticeValues): Merged {
  const clashes: Clash[] = [];
  const { prose: _prose, original: _original, ...fields } = mine;
  const rest = (Object.keys(fields) as (keyof typeof fields)[]).map((field) => {
    const three = [base[field], mine[field], theirs[field]] as const;
    if (Array.isArray(mine[field])) {
      const { list, isClash } = mergeLists(three as unknown as Three<readonly unknown[]>);
      if (isClash) clashes.push({ field, lang: null, theirs: null });
      return [field, list];
    }
    if (clash<unknown>(three)) clashes.push({ field, lang: null, theirs: typed.has(field) ? (theirs[field] as string) : null });
    return [field, pick<unknown>(three)];
  });
  const inLanguage = (field: (typeof proseFields)[number], lang: PortalLanguage) => {
    const three = [base.prose[field][lang], mine.prose[field][lang], theirs.prose[field][lang]] as const;
    if (clash(three)) clashes.push({ field, lang, theirs: three[2] });
    return pick(three);
  };
  const prose = proseFields.map((field) => [field, { es: inLanguage(field, 'es'), en: inLanguage(field, 'en') }]);
  const original = pick([base.original, mine.original, theirs.original]);
  return {
    values: { ...mine, ...(Object.fromEntries(rest) as object), original, prose: Object.fromEntries(prose) as PracticeValues['prose'] },
    clashes,
  };
}
