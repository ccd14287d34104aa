import type { ListedOrganization } from '@alianza/contracts/membership/organizations';
import type { PublicRecord, PublicReplication } from '@alianza/contracts/repository/harvest';
import type { Localized } from '@alianza/contracts/shapes';
import { licenceAddress, usualLicence } from '@alianza/contracts/repository/publication/licences';
import { organizationColumns, practiceColumns, replicationColumns, type ColumnKind } from '@alianza/contracts/open-data';

/** What stands in a cell: null where nothing is known. */
export type Value = string | number | readonly string[] | null;
export type Row = readonly Value[];
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** Of a table as a whole. */
export const licence = { code: usualLicence, address: licenceAddress(usualLicence) ?? '' };

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

/** What a network is called, and the address below which its records are read. */
export interface Home {
  readonly network: string;
  readonly home: string;
}

export function practiceRow(record: PublicRecord, { network, home }: Home): Row {
  const { content, terms } = record;
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
    licence_url: licenceAddress(record.licence),
    licensor: record.owner ?? network,
    terms_version: terms?.version ?? null,
    terms_accepted_at: terms?.acceptedAt ?? null,
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
    url: `${home}/organizaciones/${entry.slug}`,
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

/** `home`: the network's address. */
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
