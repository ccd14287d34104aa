import { accentOf, contrastIn } from '@alianza/contracts/brand/accent';
import { baseCalendarIds, type BaseCalendarId } from '@alianza/contracts/calendars/base-calendars';
import { reservedSegments } from '@alianza/contracts/membership/networks';
import type { KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { inBoth } from '../../../shared/texts/written-in-both.js';

export { baseCalendarIds };
export const portalLanguages = ['es', 'en'] as const satisfies readonly PortalLanguage[];
export const mostCategories = 20;
export const largestMark = 5 * 2 ** 20;

/** What a network says of itself in words, and how long each may be. */
export const longest = { name: 120, claim: 200, description: 1000, convener: 600 } as const;
export type TextName = keyof typeof longest;
export const textNames = Object.keys(longest) as TextName[];

export interface CategoryValues {
  /** Empty of a new one: it follows from its name. */
  readonly code: string;
  readonly label: Readonly<Record<PortalLanguage, string>>;
  readonly ended: boolean;
  /** By how many organisations. */
  readonly held: number;
}

/** A network as its form holds it: what is not said is an empty text. */
export interface NetworkValues {
  readonly code: string;
  readonly acronym: string;
  readonly texts: Readonly<Record<TextName, Readonly<Record<PortalLanguage, string>>>>;
  /** The first is its own. */
  readonly languages: readonly PortalLanguage[];
  readonly zone: string;
  readonly calendar: BaseCalendarId;
  readonly categories: readonly CategoryValues[];
  /** `#5a2a6b`; empty for the product's. */
  readonly accent: string;
  readonly demo: boolean;
}

export const emptyCategory: CategoryValues = { code: '', label: { es: '', en: '' }, ended: false, held: 0 };

/** Where whoever opens it is, if that is a place: a browser may only know UTC. */
function hereabouts(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return Intl.supportedValuesOf('timeZone').includes(timeZone) ? timeZone : 'America/Mexico_City';
}

export const emptyValues = (lang: string): NetworkValues => ({
  code: '',
  acronym: '',
  texts: { name: inBoth(null), claim: inBoth(null), description: inBoth(null), convener: inBoth(null) },
  languages: lang === 'en' ? ['en', 'es'] : ['es', 'en'],
  zone: hereabouts(),
  calendar: 'mon-fri',
  categories: [emptyCategory],
  accent: '',
  demo: false,
});

export function valuesOf(kept: KeptNetwork): NetworkValues {
  const { code, acronym, name, claim, description, convener, languages, zone, calendar, accent, demo } = kept;
  const texts = { name: inBoth(name), claim: inBoth(claim), description: inBoth(description), convener: inBoth(convener) };
  const categories = kept.categories.map(({ label, ...category }) => ({ ...category, label: inBoth(label) }));
  return { code, acronym, texts, languages, zone, calendar, categories, accent: accent ?? '', demo };
}

/** In every language that was written; the network's own is the original. What there was in further languages stays. */
function localizedOf(said: Readonly<Record<PortalLanguage, string>>, own: PortalLanguage, before?: Localized): Localized {
  const written = Object.fromEntries(portalLanguages.flatMap((lang) => (said[lang].trim() === '' ? [] : [[lang, said[lang].trim()]])));
  const { fr, pt } = before ?? {};
  return { ...(fr !== undefined && { fr }), ...(pt !== undefined && { pt }), ...written, original: own };
}

/** `Invitada permanente` → `invitada-permanente`. */
export function codeFrom(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const code = words.join('-').slice(0, 60);
  return /^[a-z]/.test(code) ? code : '';
}

const codeOf = ({ code, label }: CategoryValues, own: PortalLanguage): string => (code === '' ? codeFrom(label[own]) : code);

/** As the contract wants it, to open a network or to change it. */
export function saidBy(values: NetworkValues, kept?: KeptNetwork) {
  const { acronym, texts, languages, zone, calendar, categories, accent } = values;
  const own = languages[0] ?? 'es';
  const say = (name: TextName) => localizedOf(texts[name], own, kept?.[name]);
  return {
    acronym: acronym.trim(),
    name: say('name'),
    claim: say('claim'),
    description: say('description'),
    convener: say('convener'),
    languages: [...languages],
    zone,
    calendar,
    categories: categories.map((category) => ({
      code: codeOf(category, own),
      label: localizedOf(category.label, own, kept?.categories.find(({ code }) => code === category.code)?.label),
      ended: category.ended,
    })),
    accent: accent === '' ? null : accent,
  };
}

export interface WrongValue {
  /** Of its control. */
  readonly id: string;
  readonly key: string;
}

function wrongCode({ code }: NetworkValues): WrongValue[] {
  if (!/^[a-z][a-z0-9-]{1,19}$/.test(code)) return [{ id: 'code', key: 'settings.wrong.code' }];
  return reservedSegments.includes(code) ? [{ id: 'code', key: 'settings.wrong.codeReserved' }] : [];
}

function wrongCategories({ categories, languages: [own = 'es'] }: NetworkValues): WrongValue[] {
  const codes = categories.map((category) => codeOf(category, own));
  const wrong = categories.flatMap(({ label }, index): WrongValue[] => {
    const id = `category-${String(index)}-${own}`;
    if (label[own].trim() === '' || codes[index] === '') return [{ id, key: 'settings.wrong.category' }];
    return codes.indexOf(codes[index] ?? '') < index ? [{ id, key: 'settings.wrong.categoryTwice' }] : [];
  });
  return categories.every(({ ended }) => ended) ? [...wrong, { id: 'categories', key: 'settings.wrong.noCategory' }] : wrong;
}

/** What is missing or cannot be. Another language may be left out: then the network's own is read. */
export function wrongIn(values: NetworkValues, opening: boolean): readonly WrongValue[] {
  const { acronym, texts, languages, zone, accent } = values;
  const own = languages[0] ?? 'es';
  return [
    ...(opening ? wrongCode(values) : []),
    ...textNames.flatMap((name) => (texts[name][own].trim() === '' ? [{ id: `${name}-${own}`, key: `settings.wrong.${name}` }] : [])),
    ...(acronym.trim() === '' ? [{ id: 'acronym', key: 'settings.wrong.acronym' }] : []),
    ...(Intl.supportedValuesOf('timeZone').includes(zone) ? [] : [{ id: 'zone', key: 'settings.wrong.zone' }]),
    ...wrongCategories(values),
    ...(accent === '' || accentOf(accent) !== null ? [] : [{ id: 'accent', key: 'settings.wrong.accent' }]),
  ];
}

/** With what it contrasts least on light paper, to one place. */
export const contrastOf = (accent: string): number => Math.round(contrastIn('light', accent) * 10) / 10;
