import type { ReplicationContent } from '@alianza/contracts/repository/replications';
import type { Language, Localized } from '@alianza/contracts/shapes';

/** A replication as it is being written: everything may still be empty. */
export interface ReplicationValues {
  country: string;
  place: string;
  startYear: string;
  endYear: string;
  adaptation: string;
  result: string;
  sourceTitle: string;
  sourcePublisher: string;
  sourceUrl: string;
}
export type ReplicationQuestion = keyof ReplicationValues;
export type WrongReason = 'country' | 'place' | 'startYear' | 'adaptation' | 'result' | 'sourceTitle' | 'year' | 'sourceUrl';
export type Wrong = Readonly<Partial<Record<ReplicationQuestion, WrongReason>>>;

export const longest = { place: 200, prose: 3000, sourceTitle: 400, sourcePublisher: 200, sourceUrl: 500 } as const;

export const emptyReplication: ReplicationValues = {
  country: '',
  place: '',
  startYear: '',
  endYear: '',
  adaptation: '',
  result: '',
  sourceTitle: '',
  sourcePublisher: '',
  sourceUrl: '',
};

const original = (text: Localized | null): string => (text === null ? '' : (text[text.original] ?? ''));
const year = (value: number | null): string => (value === null ? '' : String(value));

export const valuesOf = ({ country, place, startYear, endYear, adaptation, result, source }: ReplicationContent): ReplicationValues => ({
  country,
  place,
  startYear: year(startYear),
  endYear: year(endYear),
  adaptation: original(adaptation),
  result: original(result),
  sourceTitle: source?.title ?? '',
  sourcePublisher: source?.publisher ?? '',
  sourceUrl: source?.url ?? '',
});

/** The language in which it was begun; what others translated stays beside it. */
function written(text: string, before: Localized | null, lang: Language): Localized | null {
  const said = text.trim();
  if (said === '') return null;
  const first = before?.original ?? lang;
  return { ...before, original: first, [first]: said };
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
export function contentOf(values: ReplicationValues, before: ReplicationContent | null, lang: Language): ReplicationContent {
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

/** What keeps it from being told. */
export function wrongToTell(values: ReplicationValues): Wrong {
  const missing = needed.filter((name) => values[name].trim() === '').map((name) => [name, name]);
  return { ...(Object.fromEntries(missing) as Wrong), ...wrongToSave(values) };
}
