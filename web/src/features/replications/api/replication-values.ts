import type { ReplicationContent } from '@alianza/contracts/repository/replications';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { inBoth, type InBoth } from '../../../shared/texts/written-in-both.js';

/** A replication as it is being written: everything may still be empty. */
export interface ReplicationValues {
  country: string;
  place: string;
  startYear: string;
  endYear: string;
  adaptation: InBoth;
  result: InBoth;
  sourceTitle: string;
  sourcePublisher: string;
  sourceUrl: string;
}
export type ReplicationQuestion = keyof ReplicationValues;
type WrongReason = 'country' | 'place' | 'startYear' | 'adaptation' | 'result' | 'sourceTitle' | 'year' | 'sourceUrl';
export type Wrong = Readonly<Partial<Record<ReplicationQuestion, WrongReason>>>;

export const longest = { place: 200, prose: 3000, sourceTitle: 400, sourcePublisher: 200, sourceUrl: 500 } as const;

export const emptyReplication: ReplicationValues = {
  country: '',
  place: '',
  startYear: '',
  endYear: '',
  adaptation: { es: '', en: '' },
  result: { es: '', en: '' },
  sourceTitle: '',
  sourcePublisher: '',
  sourceUrl: '',
};

const year = (value: number | null): string => (value === null ? '' : String(value));

export const valuesOf = ({ country, place, startYear, endYear, adaptation, result, source }: ReplicationContent): ReplicationValues => ({
  country,
  place,
  startYear: year(startYear),
  endYear: year(endYear),
  adaptation: inBoth(adaptation),
  result: inBoth(result),
  sourceTitle: source?.title ?? '',
  sourcePublisher: source?.publisher ?? '',
  sourceUrl: source?.url ?? '',
});

/** Begun in the language of the page, or in the only one that is written; languages without a field stay as they were. */
function written(texts: InBoth, before: Localized | null, lang: PortalLanguage): Localized | null {
  const { fr, pt } = before ?? {};
  const all = { es: texts.es.trim(), en: texts.en.trim(), fr, pt };
  const said = Object.entries(all).filter(([, text]) => text !== undefined && text !== '');
  const original = [before?.original, lang, 'es' as const, 'en' as const].find((one) => one !== undefined && all[one]) ?? before?.original;
  return said.length === 0 || original === undefined ? null : { original, ...Object.fromEntries(said) };
}

const yearOf = (value: string): number | null => (value.trim() === '' ? null : Number(value));
const isYear = (value: string): boolean => value.trim() === '' || /^(?:1[89]|2[01])\d\d$/.test(value.trim());

/** Nobody types the scheme of an address. */
const webOf = (value: string): string | null => {
  const said = value.trim();
  if (said === '') return null;
  return said.includes('://') ? said : `https://${said}`;
};

/** `before`: as it was read, null where it is begun. */
export function contentOf(values: ReplicationValues, before: ReplicationContent | null, lang: PortalLanguage): ReplicationContent {
  const title = values.sourceTitle.trim();
  return {
    country: values.country,
    place: values.place.trim(),
    startYear: yearOf(values.startYear),
    endYear: yearOf(values.endYear),
    adaptation: written(values.adaptation, before?.adaptation ?? null, lang),
    result: written(values.result, before?.result ?? null, lang),
    source: title === '' ? null : { title, publisher: values.sourcePublisher.trim() || null, url: webOf(values.sourceUrl) },
  };
}

/** What keeps it from being saved. */
export function wrongToSave(values: ReplicationValues): Wrong {
  const url = webOf(values.sourceUrl);
  const hasSource = values.sourcePublisher.trim() !== '' || url !== null;
  return {
    ...(values.country === '' && { country: 'country' as const }),
    ...(values.place.trim() === '' && { place: 'place' as const }),
    ...(!isYear(values.startYear) && { startYear: 'year' as const }),
    ...(!isYear(values.endYear) && { endYear: 'year' as const }),
    ...(hasSource && values.sourceTitle.trim() === '' && { sourceTitle: 'sourceTitle' as const }),
    ...(url !== null && !URL.canParse(url) && { sourceUrl: 'sourceUrl' as const }),
  };
}

const needed = ['startYear', 'adaptation', 'result', 'sourceTitle'] as const;

const isEmpty = (value: string | InBoth): boolean => (typeof value === 'string' ? value : value.es + value.en).trim() === '';

/** What keeps it from being told. */
export function wrongToTell(values: ReplicationValues): Wrong {
  const missing = needed.filter((name) => isEmpty(values[name])).map((name) => [name, name]);
  return { ...(Object.fromEntries(missing) as Wrong), ...wrongToSave(values) };
}
