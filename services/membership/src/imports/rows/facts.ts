import { isDeepStrictEqual } from 'node:util';
import type { Language, Localized } from '@alianza/contracts/shapes';
import { refuse, type Cell, type RowProblem } from '@alianza/platform/imports/import-rows';
import type { z } from 'zod';

type CellsByName = ReadonlyMap<string, Cell>;
/** Which columns tell a fact; of a fact in parts they are called by both: `name_es`, `contact_email`. */
type ColumnsOf<Fact extends string, Field extends string> = Readonly<Record<Fact, readonly Field[]>>;

const spoken = ['es', 'en'] as const;

/** Its texts in each language: a column that is there counts, also where its cell is empty; a language without a column stays. */
export function localizedIn(cells: CellsByName, field: string, before: Localized | null): Localized | null {
  const said: Partial<Record<Language, string>> = {};
  for (const lang of ['es', 'en', 'fr', 'pt'] as const) {
    const cell = lang === 'es' || lang === 'en' ? cells.get(`${field}_${lang}`) : undefined;
    const text = cell === undefined ? before?.[lang] : cell.text;
    if (text !== undefined && text !== '') said[lang] = text;
  }
  const original = [before?.original, ...spoken, 'fr' as const, 'pt' as const].find(
    (lang) => lang !== undefined && said[lang] !== undefined,
  );
  return original ? { original, ...said } : null;
}

type FactReason = 'missing' | 'not-address' | 'too-long' | 'too-many' | 'not-allowed';

function reasonOf(issue: z.core.$ZodIssue, isNothing: boolean): FactReason {
  if (isNothing || issue.code === 'invalid_type') return 'missing';
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'too-many' : 'too-long';
  return issue.code === 'invalid_format' ? 'not-address' : 'not-allowed';
}

interface Reading<Fact extends string, Field extends string> {
  readonly cells: CellsByName;
  readonly columns: ColumnsOf<Fact, Field>;
}

/** The column that says what is wrong, of those that the sheet has; else the one that it would take. */
function columnOf<Field extends string>([fact, part]: readonly PropertyKey[], { cells, columns }: Reading<string, Field>): Field | null {
  const all = columns[String(fact)] ?? [];
  const here = all.filter((name) => cells.has(name));
  return here.find((name) => name === `${String(fact)}_${String(part)}`) ?? here[0] ?? all[0] ?? null;
}

/** What the row says as its contract wants it; null where something is wrong, which is noted. */
export function factsIn<Content extends object, Field extends string>(
  schema: z.ZodType<Content>,
  draft: Readonly<Record<keyof Content & string, unknown>>,
  reading: Reading<keyof Content & string, Field>,
  problems: RowProblem[],
): Content | null {
  const noted = new Set<string | null>(problems.map(({ field }) => field));
  const read = schema.safeParse(draft);
  if (read.success) return problems.length === 0 ? read.data : null;
  for (const issue of read.error.issues) {
    const field = columnOf(issue.path, reading);
    if (field === null || noted.has(field)) continue;
    noted.add(field);
    const reason = reasonOf(issue, draft[issue.path[0] as keyof Content & string] === null);
    const cell = reading.cells.get(field);
    const params = { maximum: issue.code === 'too_big' ? Number(issue.maximum) : 0 };
    if (cell) refuse(cell, reason, cell.text, params);
    else problems.push({ column: null, field, value: null, reason, params });
  }
  return null;
}

function partOf(content: object, field: string): unknown {
  const [fact = '', part = ''] = field.split('_');
  const whole = (content as Readonly<Record<string, unknown>>)[fact];
  return typeof whole === 'object' && whole !== null ? ((whole as Readonly<Record<string, unknown>>)[part] ?? null) : null;
}

/** Columns of the sheet that would make an organisation say something else. */
export function changedColumns<Content extends object, Field extends string>(
  { cells, columns }: Reading<keyof Content & string, Field>,
  before: Content,
  content: Content,
): Field[] {
  const facts = Object.keys(content) as (keyof Content & string)[];
  return facts
    .filter((fact) => !isDeepStrictEqual(before[fact], content[fact]))
    .flatMap((fact) => columns[fact].filter((name) => cells.has(name)))
    .filter((name) => !name.includes('_') || partOf(before, name) !== partOf(content, name));
}
