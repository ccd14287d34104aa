import type { ConsentField, Profile } from '@alianza/contracts/membership/directory/profiles';
import type { RegionCode } from '@alianza/contracts/membership/directory/regions';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { inBoth, writtenInBoth, type InBoth } from '../../../shared/texts/written-in-both.js';

/** What can be shown in public or not, in the order in which it is asked. */
export const consentFields = [
  'country',
  'region',
  'languages',
  'work',
  'website',
  'links',
  'logo',
] as const satisfies readonly ConsentField[];
export const mostLinks = 8;
export const mostLanguages = 12;
export const longestWork = 2000;
export const largestLogo = 5 * 2 ** 20;

/** An organisation's profile as its form holds it: what is not said is an empty text. */
export interface ProfileValues {
  readonly sector: Profile['sector'];
  readonly country: string;
  readonly region: RegionCode | '';
  readonly languages: readonly string[];
  readonly original: PortalLanguage;
  readonly work: InBoth;
  /** As it was read: it may be written in languages that are not asked here. */
  readonly workBefore: Localized | null;
  readonly website: string;
  readonly links: Profile['links'];
  readonly shows: readonly ConsentField[];
  readonly listed: boolean;
}

export function valuesOf({ sector, country, region, languages, work, website, links, shows, listed }: Profile): ProfileValues {
  return {
    ...{ sector, country: country ?? '', region: region ?? '', languages, links, shows, listed },
    original: work?.original === 'en' ? 'en' : 'es',
    work: inBoth(work),
    workBefore: work,
    website: website ?? '',
  };
}

const workOf = ({ original, work, workBefore: before }: ProfileValues): Localized | null => writtenInBoth({ original, text: work, before });

/** As the contract wants it; a link without name and address is none. */
export const saidBy = (values: ProfileValues) => ({
  sector: values.sector,
  country: values.country === '' ? null : values.country,
  region: values.region === '' ? null : values.region,
  languages: [...values.languages],
  work: workOf(values),
  website: values.website.trim() === '' ? null : values.website.trim(),
  links: values.links.filter(({ title, url }) => title.trim() !== '' || url.trim() !== ''),
  shows: [...values.shows],
  listed: values.listed,
});

/** Enough to catch a slip of the hand; the service has the last word. */
function isAddress(address: string): boolean {
  if (!/^https?:\/\//.test(address)) return false;
  return URL.canParse(address) && new URL(address).hostname.includes('.');
}

export interface WrongValue {
  /** Of its control. */
  readonly id: string;
  readonly key: string;
  readonly number?: number;
}

/** What is missing or cannot be. */
export function wrongIn(values: ProfileValues): readonly WrongValue[] {
  const { work, website, links } = saidBy(values);
  const wrong: WrongValue[] = [];
  const { original } = values;
  if (work !== null && work[work.original] === undefined) wrong.push({ id: `work-${original}`, key: 'members.own.wrongWork' });
  if (website !== null && !isAddress(website)) wrong.push({ id: 'website', key: 'members.own.wrongWebsite' });
  for (const link of links) {
    const index = values.links.indexOf(link);
    if (link.title.trim() === '' || !isAddress(link.url.trim()))
      wrong.push({ id: `link-${String(index)}-url`, key: 'members.own.wrongLink', number: index + 1 });
  }
  return wrong;
}
