import { DomainError } from '@alianza/contracts/errors';
import { WrittenPractice, type PracticeContent } from '@alianza/contracts/repository/practices';
import { usualLicence } from '@alianza/contracts/repository/publication/licences';
import { isSdgTarget } from '@alianza/contracts/repository/sdg-targets';
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
  licence: string;
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
    licence: content.licence ?? usualLicence,
    ...fileValuesOf(content),
  };
}

const lines = (value: string) => value.split('\n').flatMap((line) => filled(line.trim()) ?? []);
const words = (value: string) => value.split(/[\s,;]/).flatMap((word) => filled(word) ?? []);
/** Those that there are, of what is typed so far. */
export const targetsIn = (value: string) => words(value).filter(isSdgTarget);
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
    ...((values.licence !== usualLicence || before?.licence !== undefined) && { licence: values.licence }),
    ...fileDraftOf(values, before, (now, was) => localized(now, values.original, was, true)),
  };
}

export type WrongFields = Readonly<Partial<Record<PracticeField, string>>>;
export interface Judged {
  readonly content: PracticeContent | null;
  readonly wrong: WrongFields | null;
}

/** What can be saved, and which fields cannot be as they are and why: these stay as the record has them. `before` is what the record was. */
export function judge(values: PracticeValues, before: PracticeContent | null): Judged {
  const draft = draftOf(values, before);
  try {
    return { content: validate(WrittenPractice, draft), wrong: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const wrong = Object.fromEntries(error.issues.map(({ pointer, reason }) => [pointer.split('/')[1] ?? '', reason])) as WrongFields;
    const kept = before && Object.fromEntries((Object.keys(wrong) as PracticeField[]).map((field) => [field, before[field]]));
    return { content: kept && (WrittenPractice.safeParse({ ...draft, ...kept }).data ?? null), wrong };
  }
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
