import { isDeepStrictEqual } from 'node:util';
import { inLanguage, type ImportField } from '@alianza/contracts/imports/import-columns';
import type { ImportMapping } from '@alianza/contracts/repository/imports';
import { practiceFields, type PracticeContent } from '@alianza/contracts/repository/practices';
import { cellsOf, repeated, whole, type Taken as TakenRow } from '@alianza/platform/imports/import-rows';
import type { SheetRow } from '@alianza/platform/imports/import-tables';
import type { Checking } from '@alianza/platform/imports/sheet-kind';
import { neverHandedIn, type Practice } from '../../practices/practice.entity.js';
import { identitiesOf } from './identities.js';
import type { Cells, PracticePlan, Reason, RowProblem } from './plan.js';
import { contentOf, saying, titleOf, type Words } from './read-row.js';

export type Taken = TakenRow<ImportField, Reason>;

export function take(row: SheetRow, mapping: ImportMapping): Taken {
  const problems: RowProblem[] = [];
  const cells = cellsOf(row.cells, mapping, problems);
  return { row, cells, identities: identitiesOf(cells), problems };
}

type Records = ReadonlyMap<string, Practice>;
type Known = Pick<Practice, 'id' | 'version' | 'status' | 'organizationId' | 'publishedAt' | 'content' | 'submissions'>;

/** Why the record of a row is not for an import to change; null where it is. */
function closed({ organizationId, status, publishedAt }: Known): Reason | null {
  if (status === 'withdrawn') return 'withdrawn';
  if (organizationId) return 'of-organization';
  if (status === 'declined') return 'declined';
  if (status === 'submitted' || status === 'changes-requested') return 'in-review';
  return status === 'draft' && publishedAt ? 'being-written' : null;
}

/** What else whoever confirms has to know: a record that was reviewed is not published anew by a sheet. */
const told = (record: Known, { as }: ImportMapping): RowProblem[] =>
  as === 'published' && record.status === 'published' && !neverHandedIn(record) ? [whole('next-is-reviewed')] : [];

/** A list of nothing says no more than none: records of before a field was thought of have none. */
const said = (value: unknown): unknown => (Array.isArray(value) && value.length === 0 ? null : (value ?? null));

/** Columns of the sheet that would make a record say something else. */
function changesIn(cells: Cells, before: PracticeContent, content: PracticeContent): ImportField[] {
  const changed = practiceFields.filter((field) => !isDeepStrictEqual(said(before[field]), said(content[field])));
  const columns = changed.flatMap((field) => saying(cells, field));
  const isSame = (name: ImportField): boolean => {
    const told = inLanguage(name);
    return told !== null && before[told.field]?.[told.lang] === content[told.field]?.[told.lang];
  };
  const different = columns.filter((name) => !isSame(name));
  return different.length === 0 && columns.length > 0 ? ['original_language'] : different;
}

/** What would be done with a row. Nothing is written. */
export function plan(
  { row, cells, identities, problems }: Taken,
  { mapping, around: words, seen }: Checking<ImportMapping, Words>,
  records: Records,
): PracticePlan {
  const about = [...new Set(identities.map((identity) => records.get(identity)).filter((found) => found !== undefined))];
  const [record] = about;
  if (about.length > 1) problems.push(whole('two-records'));
  const earlier = repeated(record ? [...identities, `id:${record.id}`] : identities, row.number, seen);
  if (earlier !== null) problems.push(whole('repeated-row', { row: earlier }));
  const content = contentOf(cells, { before: record?.content ?? null, words, type: mapping.type }, problems);
  const plain = { title: (titleOf(cells) || record?.title) ?? '', identities };
  const target = record ? { id: record.id, version: record.version } : null;
  if (content === null) return { ...plain, target, outcome: 'error', changes: [], problems, content: null };
  const changes = record ? changesIn(cells, record.content, content) : [];
  if (record && changes.length === 0) return { ...plain, target, outcome: 'same', changes, problems, content: null };
  const refused = record ? closed(record) : null;
  if (refused !== null) return { ...plain, target, outcome: 'error', changes, problems: [whole(refused)], content: null };
  if (record) return { ...plain, target, outcome: 'change', changes, problems: [...problems, ...told(record, mapping)], content };
  return { ...plain, target, outcome: 'create', changes, problems, content };
}
