import { isDeepStrictEqual } from 'node:util';
import { inLanguage, type ImportField } from '@alianza/contracts/import-columns';
import type { ImportMapping } from '@alianza/contracts/repository/imports';
import { practiceFields, type PracticeContent } from '@alianza/contracts/repository/practices';
import type { SheetRow } from '@alianza/platform/sheets/import-tables';
import type { Practice } from '../../practices/practice.entity.js';
import { identitiesOf } from './identities.js';
import type { Reason, RowPlan, RowProblem } from './plan.js';
import { cellsOf, contentOf, saying, titleOf, type Cells, type Words } from './read-row.js';

/** A row as it is read, before its record is known. */
export interface Taken {
  readonly row: SheetRow;
  readonly cells: Cells;
  readonly identities: readonly string[];
  readonly problems: RowProblem[];
}

export function take(row: SheetRow, mapping: ImportMapping): Taken {
  const problems: RowProblem[] = [];
  const cells = cellsOf(row.cells, mapping, problems);
  return { row, cells, identities: identitiesOf(cells), problems };
}

/** Rows that came before, by what they were known by: no two are about one record. */
export type Seen = Map<string, number>;

interface Around {
  readonly mapping: ImportMapping;
  readonly words: Words;
  readonly records: ReadonlyMap<string, Practice>;
  readonly seen: Seen;
}

type Known = Pick<Practice, 'id' | 'version' | 'status' | 'organizationId' | 'publishedAt' | 'content'>;

const whole = (reason: Reason, params: RowProblem['params'] = {}): RowProblem => ({
  column: null,
  field: null,
  value: null,
  reason,
  params,
});

/** Why the record of a row is not for an import to change; null where it is. */
function closed({ organizationId, status, publishedAt }: Known): Reason | null {
  if (status === 'withdrawn') return 'withdrawn';
  if (organizationId) return 'of-organization';
  if (status === 'declined') return 'declined';
  if (status === 'submitted' || status === 'changes-requested') return 'in-review';
  return status === 'draft' && publishedAt ? 'being-written' : null;
}

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

function repeated(identities: readonly string[], number: number, seen: Seen): number | null {
  const earlier = identities.map((identity) => seen.get(identity)).find((row) => row !== undefined) ?? null;
  for (const identity of identities) if (!seen.has(identity)) seen.set(identity, number);
  return earlier;
}

/** What would be done with a row. Nothing is written. */
export function plan({ row, cells, identities, problems }: Taken, { mapping, words, records, seen }: Around): RowPlan {
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
  return { ...plain, target, outcome: record ? 'change' : 'create', changes, problems, content };
}
