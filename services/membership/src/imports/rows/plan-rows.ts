import { isDeepStrictEqual } from 'node:util';
import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { MemberMapping } from '@alianza/contracts/membership/imports';
import type { Localized } from '@alianza/contracts/shapes';
import type { SheetRow } from '@alianza/platform/sheets/import-tables';
import type { Find } from '@alianza/platform/sheets/words';
import { plain } from '../../organizations/names.js';
import type { Organization } from '../../organizations/organization.entity.js';
import { cellsOf, refuse, type Cells } from './cells.js';
import type { MemberContent } from './member-content.js';
import type { Reason, RowPlan, RowProblem } from './plan.js';
import { contentOf, grantedIn, nameIn, saying } from './read-row.js';

/** A row as it is read, before its organisation is known. */
export interface Taken {
  readonly row: SheetRow;
  readonly cells: Cells;
  readonly name: string;
  readonly identities: readonly string[];
  readonly problems: RowProblem[];
}

const slug = /^[a-z0-9-]{1,80}$/;

/** By what a row says whom it is about; by its names in any case. */
function identitiesOf(cells: Cells): string[] {
  const text = (name: MemberImportField) => cells.get(name)?.text ?? '';
  const [reference, named] = [text('reference').slice(0, 200), text('slug').toLowerCase()];
  const names = [...new Set([text('name_es'), text('name_en')].filter((name) => name !== '').map(plain))];
  const told = [reference === '' ? [] : [`ref:${reference}`], slug.test(named) ? [`slug:${named}`] : []].flat();
  return [...told, ...names.map((name) => `name:${name}`)];
}

export function take(row: SheetRow, mapping: MemberMapping): Taken {
  const problems: RowProblem[] = [];
  const cells = cellsOf(row.cells, mapping, problems);
  const name = nameIn(cells, null);
  return { row, cells, name: name?.[name.original] ?? '', identities: identitiesOf(cells), problems };
}

/** Rows that came before, by what they were known by: no two are about one organisation. */
export type Seen = Map<string, number>;

export interface Around {
  readonly mapping: MemberMapping;
  readonly categories: Find;
  /** Civil date in the network's zone. */
  readonly today: string;
  readonly known: ReadonlyMap<string, Organization>;
  readonly seen: Seen;
}

export const whole = (reason: Reason, params: RowProblem['params'] = {}): RowProblem => ({
  column: null,
  field: null,
  value: null,
  reason,
  params,
});

/** What is kept of an organisation, as far as a sheet can say it. */
export const contentBefore = (known: Organization): MemberContent => ({
  name: known.name,
  acronym: known.acronym ?? null,
  sector: known.sector,
  country: known.country ?? null,
  region: known.region ?? null,
  languages: known.languages ?? [],
  website: known.website ?? null,
  work: known.work ?? null,
  listed: known.listed,
});

export const originalName = (name: Localized): string => name[name.original] ?? '';

/** A key or an address says more than a name: by its name a row is known only where nothing else names anybody. */
function meant({ identities }: Taken, known: Around['known']): Organization[] {
  const by = (kept: (identity: string) => boolean) =>
    [...new Set(identities.filter(kept).map((identity) => known.get(identity)))].filter((found) => found !== undefined);
  const told = by((identity) => !identity.startsWith('name:'));
  return told.length > 0 ? told : by((identity) => identity.startsWith('name:'));
}

function repeated(identities: readonly string[], number: number, seen: Seen): number | null {
  const earlier = identities.map((identity) => seen.get(identity)).find((row) => row !== undefined) ?? null;
  for (const identity of identities) if (!seen.has(identity)) seen.set(identity, number);
  return earlier;
}

/** Columns of the sheet that would make an organisation say something else. */
function changesIn(cells: Cells, before: MemberContent, content: MemberContent): MemberImportField[] {
  const facts = Object.keys(content) as (keyof MemberContent)[];
  const columns = facts.filter((fact) => !isDeepStrictEqual(before[fact], content[fact])).flatMap((fact) => saying(cells, fact));
  const isSame = (name: MemberImportField): boolean => {
    const [fact, lang] = name.split('_');
    if ((fact !== 'name' && fact !== 'work') || (lang !== 'es' && lang !== 'en')) return false;
    return before[fact]?.[lang] === content[fact]?.[lang];
  };
  return columns.filter((name) => !isSame(name));
}

/** A category that is held changes by the agreement that grants another, not by a sheet. */
function expectHeld(cells: Cells, { category }: Organization, find: Find, problems: RowProblem[]): void {
  const cell = cells.get('category');
  if (cell === undefined || cell.text === '' || find(cell.text) === category) return;
  problems.push({ column: cell.column, field: 'category', value: cell.text.slice(0, 120), reason: 'category-held', params: {} });
}

/** A member that is not in the directory comes into it by its own word, not by a sheet; the rest of the row holds. */
function keepUnlisted(cells: Cells, before: MemberContent, content: MemberContent): MemberContent {
  const cell = cells.get('listed');
  if (cell === undefined || before.listed || !content.listed) return content;
  refuse(cell, 'stays-unlisted', cell.text);
  return { ...content, listed: false };
}

/** What would be done with a row. Nothing is written. */
export function plan(taken: Taken, { mapping, categories, today, known, seen }: Around): RowPlan {
  const { row, cells, name, identities, problems } = taken;
  const [target, ...others] = meant(taken, known);
  if (others.length > 0) problems.push(whole('two-organizations'));
  const earlier = repeated(target ? [...identities, `id:${target.id}`] : identities, row.number, seen);
  if (earlier !== null) problems.push(whole('repeated-row', { row: earlier }));
  if (target?.status === 'withdrawn') problems.push(whole('withdrawn'));
  const isMember = target?.kind === 'member';
  if (target && isMember) expectHeld(cells, target, categories, problems);
  const granted = isMember ? null : grantedIn(cells, { find: categories, usual: mapping.category, today }, problems);
  const before = target ? contentBefore(target) : null;
  const read = contentOf(cells, before, problems);
  if (read && isTaken(read.name, target, known)) problems.push(whole('name-taken'));
  const about = {
    ...{ title: name || (target ? originalName(target.name) : ''), identities, problems },
    target: target ? { id: target.id, version: target.version } : null,
  };
  if (read === null || problems.length > 0) return { ...about, outcome: 'error', changes: [], content: null, granted: null };
  const content = isMember && before ? keepUnlisted(cells, before, read) : read;
  const changes = before ? changesIn(cells, before, content) : [];
  if (before && changes.length === 0 && isMember) return { ...about, outcome: 'same', changes, content: null, granted: null };
  return { ...about, outcome: target ? 'change' : 'create', changes, content, granted };
}

/** Another organisation of the network is called that. */
function isTaken(name: Localized, target: Organization | undefined, known: Around['known']): boolean {
  const holder = known.get(`name:${plain(originalName(name))}`);
  return holder !== undefined && holder !== target;
}
