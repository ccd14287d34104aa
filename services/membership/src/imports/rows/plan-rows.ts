import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { MemberMapping } from '@alianza/contracts/membership/imports/members';
import { originalOf } from '@alianza/platform/data/localized';
import { cellsOf, refuse, repeated, whole, type Taken as TakenRow } from '@alianza/platform/imports/import-rows';
import type { SheetRow } from '@alianza/platform/imports/import-tables';
import type { Checking } from '@alianza/platform/imports/sheet-kind';
import type { Find } from '@alianza/platform/sheets/words';
import { nameKeyOf } from '../../organizations/names.js';
import type { Organization } from '../../organizations/organization.entity.js';
import { emailIn, over } from './cells.js';
import { localizedIn } from './facts.js';
import { meant, withoutFormer, type Known } from './known.js';
import type { MemberContent } from './member-content.js';
import type { Cell, Cells, MemberPlan, Reason, RowProblem } from './plan.js';
import { changesIn, contentOf, grantedIn } from './read-row.js';
import type { Why } from './titulars.js';
import { identitiesOf, isTaken } from './who.js';

export interface Taken extends TakenRow<MemberImportField, Reason> {
  readonly name: string;
}

export function take(row: SheetRow, mapping: MemberMapping): Taken {
  const problems: RowProblem[] = [];
  const cells = cellsOf(row.cells, mapping, problems);
  const name = localizedIn(cells, 'name', null);
  return { row, cells, name: name === null ? '' : originalOf(name), identities: identitiesOf(cells), problems };
}

/** What the network calls its categories, those by which one can still come in, and which day it is there. */
export interface Around {
  readonly categories: Find;
  readonly granted: Find;
  /** Civil date in the network's zone. */
  readonly today: string;
}

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

/** Whom writing the row invites, which it tells: into a member that is there too, where nobody is titular and nobody was asked. */
function invitee(cell: Cell | undefined, target: Organization | undefined, why: Why): string | null {
  if (cell === undefined || cell.text === '') return null;
  const reason = target && (target.status === 'suspended' ? 'titular-suspended' : why(target.id, cell.text));
  refuse(cell, reason ?? 'titular-invited', cell.text);
  return reason ? null : cell.text;
}

const nothing = { content: null, nameKey: null, granted: null, invites: null } as const;

interface There {
  readonly known: Known;
  readonly why: Why;
}

/** What would be done with a row. Nothing is written. */
export function plan(taken: Taken, { mapping, around, seen }: Checking<MemberMapping, Around>, { known, why }: There): MemberPlan {
  const { categories, today } = around;
  const { row, name, identities, problems } = taken;
  const cells = withoutFormer(taken.cells, identities, known);
  const [target, ...others] = meant(identities, known);
  if (others.length > 0) problems.push(whole('two-organizations'));
  const earlier = repeated(target ? [...identities, `id:${target.id}`] : identities, row.number, seen);
  if (earlier !== null) problems.push(whole('repeated-row', { row: earlier }));
  if (target?.status === 'withdrawn') problems.push(whole('withdrawn'));
  const isMember = target?.kind === 'member';
  if (target && isMember) expectHeld(cells, target, categories, problems);
  const granted = isMember ? null : grantedIn(cells, { find: around.granted, usual: mapping.category, today }, problems);
  const before = target ? contentBefore(target) : null;
  const read = contentOf(cells, before, problems);
  if (read && isTaken(read, target, known)) problems.push(whole('name-taken'));
  over(cells.get('titular_email'), emailIn, null);
  const about = {
    ...{ title: name || (target ? originalOf(target.name) : ''), identities, problems },
    target: target ? { id: target.id, version: target.version } : null,
  };
  if (read === null || problems.length > 0) return { ...about, outcome: 'error', changes: [], ...nothing };
  const content = isMember && before ? keepUnlisted(cells, before, read) : read;
  const changes = before ? changesIn(cells, before, content) : [];
  const invites = invitee(cells.get('titular_email'), target, why);
  if (before && changes.length === 0 && isMember && invites === null) return { ...about, outcome: 'same', changes, ...nothing };
  return { ...about, outcome: target ? 'change' : 'create', changes, content, nameKey: nameKeyOf(content), granted, invites };
}
