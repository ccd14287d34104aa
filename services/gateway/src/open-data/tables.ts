import type { ListedOrganization } from '@alianza/contracts/membership/organizations';
import type { PublicRecord, PublicReplication } from '@alianza/contracts/repository/harvest';
import type { Localized } from '@alianza/contracts/shapes';
import { organizationColumns, practiceColumns, replicationColumns, type ColumnKind } from '@alianza/contracts/open-data';

/** What stands in a cell: null where nothing is known. */
export type Value = string | number | readonly string[] | null;
export type Row = readonly Value[];
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

export const licence = { code: 'CC-BY-4.0', address: 'https://creativecommons.org/licenses/by/4.0/' };

const named = (columns: readonly (readonly [string, ColumnKind])[]): readonly Column[] => columns.map(([name, kind]) => ({ name, kind }));

/** By the name that a file's address gives them. */
export const tables = {
  practicas: named(practiceColumns),
  organizaciones: named(organizationColumns),
  replicas: named(replicationColumns),
} as const;
export type TableName = keyof typeof tables;

interface Source {
  readonly title: string;
  readonly url: string | null;
  readonly publisher?: string | null;
}

const reference = ({ title, publisher, url }: Source) => [title, publisher, url].filter((part) => part).join('. ');

type Cells<Name extends string> = Record<Name, Value>;
type PracticeName = (typeof practiceColumns)[number][0];
type OrganizationName = (typeof organizationColumns)[number][0];
type ReplicationName = (typeof replicationColumns)[number][0];

const texts = ['title', 'summary', 'context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] as const;
const langs = ['es', 'en', 'fr', 'pt'] as const;
type InLanguages<Field extends string> = `${Field}_${(typeof langs)[number]}`;

/** A column for each language of each text: empty where it is not written in it. */
function textCells<Field extends string>(fields: readonly Field[], textOf: (field: Field) => Localized | null): Cells<InLanguages<Field>> {
  const cells = fields.flatMap((field) => langs.map((lang): [string, Value] => [`${field}_${lang}`, textOf(field)?.[lang] ?? null]));
  return Object.fromEntries(cells) as Cells<InLanguages<Field>>;
}

/** `home`: the network's address, below which records are read. */
export function practiceRow(record: PublicRecord, home: string): Row {
  const { content } = record;
  const cells: Cells<PracticeName> = {
    ...textCells(texts, (field) => content[field]),
    id: record.id,
    url: `${home}/practicas/${record.slug}`,
    type: content.type,
    original_language: content.title.original,
    countries: content.countries,
    place: content.place,
    level: content.level,
    sector: content.sector,
    organizations: content.organizations,
    five_rs: content.fiveRs,
    populations: content.populations,
    priority_areas: content.priorityAreas ?? [],
    sdg_targets: content.sdgTargets,
    start_year: content.startYear,
    end_year: content.endYear,
    source_languages: content.sourceLanguages,
    evidence: content.evidence,
    sources: content.sources.map(reference),
    owner: record.owner,
    licence: record.licence,
    published_at: record.publishedAt,
    changed_at: record.changedAt,
    version: record.version,
  };
  return practiceColumns.map(([name]) => cells[name]);
}

type Named = Pick<ListedOrganization, 'name' | 'role'>;

/** The same entry as it is read in Spanish and in English. */
export function organizationRow(entry: ListedOrganization, english: Named, home: string): Row {
  const cells: Cells<OrganizationName> = {
    slug: entry.slug,
    url: `${home}/organizaciones#${entry.slug}`,
    kind: entry.kind,
    name_es: entry.name,
    name_en: english.name,
    acronym: entry.acronym,
    sector: entry.sector,
    country: entry.country,
    region: entry.region,
    category: entry.category,
    role_es: entry.role,
    role_en: english.role,
    website: entry.website,
    sources: entry.sources.map(reference),
    licence: licence.code,
  };
  return organizationColumns.map(([name]) => cells[name]);
}

/** A name is the same in another language where it has none there. */
const nameIn = (lang: 'es' | 'en', name: Localized | null): Value => (name && (name[lang] ?? name[name.original])) ?? null;

/** `home`: as above. */
export function replicationRow({ id, practice, organization, content, licence: terms, confirmedAt }: PublicReplication, home: string): Row {
  const { country, place, startYear, endYear, adaptation, result, source } = content;
  const written = { practice: practice.title, adaptation, result };
  const cells: Cells<ReplicationName> = {
    ...textCells(['practice', 'adaptation', 'result'], (field) => written[field]),
    id,
    practice_url: `${home}/practicas/${practice.slug}`,
    replicator_es: nameIn('es', organization),
    replicator_en: nameIn('en', organization),
    country,
    place,
    start_year: startYear,
    end_year: endYear,
    source: source && reference(source),
    licence: terms,
    confirmed_at: confirmedAt,
  };
  return replicationColumns.map(([name]) => cells[name]);
}
