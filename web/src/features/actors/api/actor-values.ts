import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { inBoth, isOriginalElsewhere, writtenInBoth, type InBoth } from '../../../shared/texts/written-in-both.js';
import { looksLikeAddress } from '../../../shared/forms/mail-address.js';

type Fact = ActorFile['sources'][number]['tells'][number];
/** Of what a source can tell, in the order in which it is asked. */
export const facts = ['name', 'sector', 'country', 'role', 'website', 'initiatives'] as const satisfies readonly Fact[];

/** Everything may still be empty while it is written. */
export interface InitiativeValues {
  readonly title: string;
  readonly year: string;
  readonly url: string;
  readonly source: string;
}
export interface SourceValues {
  readonly title: string;
  readonly url: string;
  readonly tells: readonly Fact[];
}

export interface ActorValues {
  readonly original: PortalLanguage;
  /** As they were read: they may be written in languages that are not asked here. */
  readonly before: { readonly name: Localized | null; readonly role: Localized | null };
  readonly name: InBoth;
  /** Its name until now was no slip of the pen. */
  readonly wasCalled: boolean;
  readonly role: InBoth;
  readonly acronym: string;
  readonly sector: ActorFile['sector'];
  readonly country: string;
  readonly region: ActorFile['region'];
  readonly website: string;
  readonly initiatives: readonly InitiativeValues[];
  readonly sources: readonly SourceValues[];
  readonly email: string;
  readonly contactName: string;
  readonly office: string;
  readonly contactLanguage: PortalLanguage;
  readonly shown: boolean;
}

export const emptyInitiative: InitiativeValues = { title: '', year: '', url: '', source: '' };
export const emptySource: SourceValues = { title: '', url: '', tells: [] };
export const most = 20;

export const emptyActor: ActorValues = {
  original: 'es',
  before: { name: null, role: null },
  name: { es: '', en: '' },
  wasCalled: false,
  role: { es: '', en: '' },
  acronym: '',
  sector: 'civil-society',
  country: '',
  region: null,
  website: '',
  initiatives: [],
  sources: [],
  email: '',
  contactName: '',
  office: '',
  contactLanguage: 'es',
  shown: false,
};

const portal = (lang: string | undefined): PortalLanguage => (lang === 'en' ? 'en' : 'es');

export function valuesOf(actor: ActorFile): ActorValues {
  const { name, role, acronym, sector, country, region, website, initiatives, sources, contact, shown } = actor;
  return {
    ...{
      original: portal(name.original),
      before: { name, role },
      name: inBoth(name),
      wasCalled: false,
      role: inBoth(role),
      acronym: acronym ?? '',
      sector,
      country: country ?? '',
      region,
    },
    website: website ?? '',
    initiatives: initiatives.map(({ title, year, url, source }) => ({
      ...{ title, year: year === null ? '' : String(year), url: url ?? '', source: source ?? '' },
    })),
    sources: sources.map(({ title, url, tells }) => ({ title, url: url ?? '', tells })),
    ...{ email: contact?.email ?? '', contactName: contact?.name ?? '', office: contact?.office ?? '' },
    contactLanguage: contact?.language ?? 'es',
    shown,
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const isBlank = (item: InitiativeValues | SourceValues) =>
  Object.values<string | readonly string[]>({ ...item }).every((value) => value.length === 0);

/** As the contract wants it; an item of a list in which nothing stands is none. */
export function saidBy(values: ActorValues) {
  const { original, before, sector, country, region, shown, email } = values;
  return {
    name: writtenInBoth({ original, text: values.name, before: before.name }) ?? { original },
    acronym: orNull(values.acronym),
    sector,
    country: country === '' ? null : country,
    region,
    website: orNull(values.website),
    role: writtenInBoth({ original, text: values.role, before: before.role }),
    initiatives: values.initiatives
      .filter((item) => !isBlank(item))
      .map(({ title, year, url, source }) => ({
        ...{ title: title.trim(), year: year.trim() === '' ? null : Number(year), url: orNull(url), source: orNull(source) },
      })),
    sources: values.sources
      .filter((item) => !isBlank(item))
      .map(({ title, url, tells }) => ({ title: title.trim(), url: orNull(url), tells: [...tells] })),
    contact:
      orNull(email) === null
        ? null
        : { name: orNull(values.contactName), office: orNull(values.office), email: email.trim(), language: values.contactLanguage },
    shown,
  };
}

/** Enough to catch a slip of the hand; the service has the last word. */
const isAddress = (address: string): boolean =>
  /^https?:\/\//.test(address) && URL.canParse(address) && new URL(address).hostname.includes('.');
const isLink = (url: string): boolean => url.trim() === '' || isAddress(url.trim());
const isYear = (year: string): boolean =>
  year.trim() === '' || (/^\d{4}$/.test(year.trim()) && Number(year) >= 1900 && Number(year) <= 2100);

export interface WrongValue {
  /** Of its control. */
  readonly id: string;
  readonly key: string;
  readonly number?: number;
}

/** What is missing or cannot be. */
export function wrongIn(values: ActorValues): readonly WrongValue[] {
  const { original, before, name, role, website, email } = values;
  const other = original === 'es' ? 'en' : 'es';
  const wrong: WrongValue[] = [];
  if (name[original].trim() === '' && !isOriginalElsewhere(before.name))
    wrong.push({ id: `name-${original}`, key: 'actors.form.nameMissing' });
  if (role[other].trim() !== '' && role[original].trim() === '' && !isOriginalElsewhere(before.role))
    wrong.push({ id: `role-${original}`, key: 'actors.form.roleMissing' });
  if (!isLink(website)) wrong.push({ id: 'website', key: 'actors.form.websiteWrong' });
  values.initiatives.forEach((item, index) => {
    if (!isBlank(item) && (item.title.trim() === '' || !isYear(item.year) || !isLink(item.url)))
      wrong.push({ id: `initiative-${String(index)}`, key: 'actors.form.initiativeWrong', number: index + 1 });
  });
  values.sources.forEach((item, index) => {
    if (!isBlank(item) && (item.title.trim() === '' || !isLink(item.url)))
      wrong.push({ id: `source-${String(index)}`, key: 'actors.form.sourceWrong', number: index + 1 });
  });
  if (values.shown && values.sources.every(isBlank)) wrong.push({ id: 'sources', key: 'actors.form.sourceMissing' });
  if (email.trim() !== '' && !looksLikeAddress(email)) wrong.push({ id: 'email', key: 'actors.form.contactEmailWrong' });
  return wrong;
}
