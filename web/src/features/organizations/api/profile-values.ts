import type { ConsentField, Profile } from '@alianza/contracts/membership/directory/profiles';
import type { RegionCode } from '@alianza/contracts/membership/directory/regions';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';

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
  readonly work: Readonly<Record<PortalLanguage, string>>;
  readonly website: string;
  readonly links: Profile['links'];
  readonly shows: readonly ConsentField[];
  readonly listed: boolean;
}

const portal = (lang: string | undefined): PortalLanguage => (lang === 'en' ? 'en' : 'es');

export function valuesOf({ sector, country, region, languages, work, website, links, shows, listed }: Profile): ProfileValues {
  return {
    ...{ sector, country: country ?? '', region: region ?? '', languages, links, shows, listed },
    original: portal(work?.original),
    work: { es: work?.es ?? '', en: work?.en ?? '' },
    website: website ?? '',
  };
}

function workOf({ original, work }: ProfileValues): Localized | null {
  const said = { es: work.es.trim(), en: work.en.trim() };
  if (said.es === '' && said.en === '') return null;
  return { original, ...(said.es !== '' && { es: said.es }), ...(said.en !== '' && { en: said.en }) };
}

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
  if (work !== null && work[work.original] === undefined) wrong.push({ id: `work-${work.original}`, key: 'members.own.wrongWork' });
  if (website !== null && !isAddress(website)) wrong.push({ id: 'website', key: 'members.own.wrongWebsite' });
  for (const link of links) {
    const index = values.links.indexOf(link);
    if (link.title.trim() === '' || !isAddress(link.url.trim()))
      wrong.push({ id: `link-${String(index)}-url`, key: 'members.own.wrongLink', number: index + 1 });
  }
  return wrong;
}
