import { DomainError } from '@alianza/contracts/errors';
import { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { validate } from '@alianza/contracts/validate';
import { proseFields, type PracticeField, type ProseField } from '../../../shared/practice/practice-fields.js';
import { fileDraftOf, fileValuesOf, filled, written, type AttachmentValues, type PictureValues, type Written } from './file-values.js';

interface SourceValues {
  title: string;
  url: string;
  publisher: string;
}

/** A practice as its form holds it: texts and numbers as they are typed. */
export interface PracticeValues {
  original: PortalLanguage;
  prose: Record<ProseField, Written>;
  type: string;
  countries: string[];
  place: string;
  level: string;
  sector: string;
  organizations: string;
  fiveRs: string[];
  populations: string[];
  priorityAreas: string[];
  sdgTargets: string;
  startYear: string;
  endYear: string;
  sourceLanguages: string[];
  evidence: string;
  sources: SourceValues[];
  pictures: PictureValues[];
  attachments: AttachmentValues[];
}

/** Longest texts, as the contract has them. */
export const longest: Record<ProseField, number> = {
  title: 250,
  summary: 1500,
  context: 6000,
  actions: 6000,
  results: 6000,
  weaknesses: 6000,
  lessons: 6000,
  replicability: 6000,
};

export function valuesOf(content: PracticeContent): PracticeValues {
  const {
    type,
    countries,
    place,
    level,
    sector,
    organizations,
    fiveRs,
    populations,
    priorityAreas = [],
    sdgTargets,
    startYear,
    endYear,
    sourceLanguages,
    evidence,
    sources,
  } = content;
  return {
    original: content.title.original === 'en' ? 'en' : 'es',
    prose: Object.fromEntries(proseFields.map((field) => [field, written(content[field])])) as Record<ProseField, Written>,
    type,
    countries: [...countries],
    place: place ?? '',
    level: level ?? '',
    sector: sector ?? '',
    organizations: organizations.join('\n'),
    fiveRs: [...fiveRs],
    populations: [...populations],
    priorityAreas: [...priorityAreas],
    sdgTargets: sdgTargets.join(', '),
    startYear: startYear?.toString() ?? '',
    endYear: endYear?.toString() ?? '',
    sourceLanguages: [...sourceLanguages],
    evidence: evidence ?? '',
    sources: sources.map(({ title, url, publisher }) => ({ title, url: url ?? '', publisher: publisher ?? '' })),
    ...fileValuesOf(content),
  };
}

const lines = (value: string) => value.split('\n').flatMap((line) => filled(line.trim()) ?? []);
const words = (value: string) => value.split(/[\s,;]/).flatMap((word) => filled(word) ?? []);
const year = (value: string) => (filled(value) === null ? null : Number(value));

/** Other languages that a record already had stay as they were. */
function localized({ es, en }: Written, original: PortalLanguage, before: Localized | null, optional: boolean) {
  const { fr, pt } = before ?? {};
  const kept = { es: filled(es) ?? undefined, en: filled(en) ?? undefined, fr, pt };
  if (optional && Object.values(kept).every((value) => value === undefined)) return null;
  return { original, ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) };
}

const source = ({ title, url, publisher }: SourceValues) => ({ title, url: filled(url.trim()), publisher: filled(publisher) });
const isEmptySource = ({ title, url, publisher }: SourceValues) => `${title}${url}${publisher}`.trim() === '';

function draftOf(values: PracticeValues, before: PracticeContent | null) {
  const proseOf = (field: ProseField) =>
    localized(values.prose[field], values.original, before?.[field] ?? null, field !== 'title' && field !== 'summary');
  return {
    ...Object.fromEntries(proseFields.map((field) => [field, proseOf(field)])),
    type: values.type,
    countries: values.countries,
    place: filled(values.place),
    level: filled(values.level),
    sector: filled(values.sector),
    organizations: lines(values.organizations),
    fiveRs: values.fiveRs,
    populations: values.populations,
    ...((values.priorityAreas.length > 0 || before?.priorityAreas !== undefined) && { priorityAreas: values.priorityAreas }),
    sdgTargets: words(values.sdgTargets),
    startYear: year(values.startYear),
    endYear: year(values.endYear),
    sourceLanguages: values.sourceLanguages,
    evidence: filled(values.evidence),
    sources: values.sources.filter((one) => !isEmptySource(one)).map(source),
    ...fileDraftOf(values, before, (now, was) => localized(now, values.original, was, true)),
  };
}

export type WrongFields = Readonly<Partial<Record<PracticeField, string>>>;
type Judged = { readonly content: PracticeContent; readonly wrong: null } | { readonly content: null; readonly wrong: WrongFields };

/** What can be saved, or which fields keep it from being saved and why. `before` is what the record was. */
export function judge(values: PracticeValues, before: PracticeContent | null): Judged {
  try {
    return { content: validate(PracticeContent, draftOf(values, before)), wrong: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { content: null, wrong: Object.fromEntries(error.issues.map(({ pointer, reason }) => [pointer.split('/')[1] ?? '', reason])) };
  }
}

const pick = <T>(base: T, mine: T, theirs: T): T => (JSON.stringify(mine) === JSON.stringify(base) ? theirs : mine);

/** Mine where I changed something since `base`, theirs everywhere else. */
export function merge(base: PracticeValues, mine: PracticeValues, theirs: PracticeValues): PracticeValues {
  const names = Object.keys(mine) as (keyof PracticeValues)[];
  const rest = Object.fromEntries(names.map((name) => [name, pick(base[name], mine[name], theirs[name])])) as unknown as PracticeValues;
  const prose = proseFields.map((field) => [field, pick(base.prose[field], mine.prose[field], theirs.prose[field])]);
  return { ...rest, prose: Object.fromEntries(prose) as PracticeValues['prose'] };
}

export const emptyValues = (original: PortalLanguage): PracticeValues => ({
  ...valuesOf(blank(original)),
  original,
});

const blank = (original: PortalLanguage): PracticeContent => ({
  type: 'good-practice',
  title: { original },
  summary: { original },
  context: null,
  actions: null,
  results: null,
  weaknesses: null,
  lessons: null,
  replicability: null,
  countries: [],
  place: null,
  level: null,
  sector: null,
  organizations: [],
  fiveRs: [],
  populations: [],
  sdgTargets: [],
  startYear: null,
  endYear: null,
  sourceLanguages: [],
  evidence: null,
  sources: [],
});
