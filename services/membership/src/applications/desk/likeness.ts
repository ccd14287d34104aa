import { Likeness } from '@alianza/contracts/membership/application-desk';
import { plain } from '../../organizations/names.js';
import { domainOfAddress, domainOfSite, isWithin } from './web-domains.js';

/** What somebody is known by. */
export interface Known {
  readonly names: readonly string[];
  readonly acronym?: string | null | undefined;
  readonly website?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/** By which it can be compared: words without accents, case and what stands between them. */
export interface Traits {
  readonly names: ReadonlySet<string>;
  readonly acronyms: ReadonlySet<string>;
  readonly domains: readonly string[];
}

const word = /[\p{L}\p{N}]+/gu;
/** What stands behind a name and says of which form it is: `A. C.`, `S. A. de C. V.`, `Inc.` */
const forms = new Set('a c ac s sc sa de cv v iap i p ap ltda inc ltd asociacion civil'.split(' '));

function nameOf(name: string): string {
  const words = plain(name).match(word) ?? [];
  const last = words.findLastIndex((each) => !forms.has(each));
  return (last < 0 ? words : words.slice(0, last + 1)).join(' ');
}

const acronymOf = (text: string): string => (plain(text).match(word) ?? []).join('');
const isSaid = (text: string | null | undefined): text is string => typeof text === 'string' && text !== '';

export function traitsOf({ names, acronym, website, email }: Known): Traits {
  const called = names.map(nameOf).filter(isSaid);
  // Somebody may write an acronym where the name is asked for.
  const short = [...(isSaid(acronym) ? [acronymOf(acronym)] : []), ...called.filter((name) => !name.includes(' '))].filter(isSaid);
  const domains = [domainOfSite(website), isSaid(email) ? domainOfAddress(email) : null].filter(isSaid);
  return { names: new Set(called), acronyms: new Set(short), domains };
}

const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].some((each) => other.has(each));

/** By what the two are alike; nothing where they are not. */
export function alikeBy(one: Traits, other: Traits): Likeness[] {
  const met: Readonly<Partial<Record<Likeness, boolean>>> = {
    name: meet(one.names, other.names),
    acronym: meet(one.acronyms, other.acronyms),
    domain: one.domains.some((mine) => other.domains.some((theirs) => isWithin(mine, theirs))),
  };
  return Likeness.options.filter((by) => met[by]);
}
