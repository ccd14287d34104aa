import { regions } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { MemberImport as ImportView, MemberImportRow } from '@alianza/contracts/membership/imports';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';
import type { BegunRow, PlannedRow } from '../imports.queries.js';
import type { MemberImport, SheetColumn } from '../member-import.entity.js';
import type { RowProblem } from '../rows/plan.js';

const instant = (at: Date | string): string => new Date(at).toISOString();

export function viewImport(entity: MemberImport, { lang }: { readonly lang: PortalLanguage }): ImportView {
  const { id, status, name, rows, counts, result, begunBy, begunAt, finishedAt, size, sha256, failure, columns, mapping, digest } = entity;
  return {
    ...{ id, status, name, rows, begunBy, size, sha256, columns },
    counts: counts ?? null,
    result: result ?? null,
    mapping: mapping ?? null,
    digest: digest ?? null,
    begunAt: instant(begunAt),
    finishedAt: finishedAt ? instant(finishedAt) : null,
    failure: failure ? textIn(lang)(`imports.unreadable.${failure}`) : null,
    progress: progressOf(entity),
    confirmedBy: entity.confirmedBy ?? null,
    confirmedAt: entity.confirmedAt ? instant(entity.confirmedAt) : null,
  };
}

function progressOf({ status, done, rows, counts }: MemberImport): ImportView['progress'] {
  if (status === 'checking') return { done, of: rows };
  return status === 'applying' && counts ? { done, of: counts.create + counts.change } : null;
}

export const viewBegun = ({ begunAt, finishedAt, counts, result, ...row }: BegunRow) => ({
  ...row,
  counts: counts ?? null,
  result: result ?? null,
  begunAt: instant(begunAt),
  finishedAt: finishedAt && instant(finishedAt),
});

export interface AboutRows {
  readonly columns: readonly SheetColumn[];
  /** What the network calls its categories. */
  readonly categories: readonly string[];
  readonly lang: PortalLanguage;
}

/** What a closed fact can be, as its reader calls it. */
function choices(field: MemberImportField | null, { categories, lang }: AboutRows): string {
  const text = textIn(lang);
  if (field === 'sector') return sectors.map((id) => text(`taxonomy.sector.${id}`)).join(' · ');
  if (field === 'region') return regions.map((id) => text(`taxonomy.region.${id}`)).join(' · ');
  return field === 'category' ? categories.join(' · ') : '';
}

/** What is wrong, and what to do about it. */
export function viewProblem({ column, field, value, reason, params }: RowProblem, about: AboutRows) {
  const text = textIn(about.lang);
  const words = { ...params, value: value ?? '', field: field ? text(`memberImports.field.${field}`) : '', among: choices(field, about) };
  return {
    column: column === null ? null : (about.columns[column]?.header ?? null),
    field,
    value,
    text: text(`memberImports.problem.${reason}`, words),
  };
}

export const viewPlanned = ({ number, outcome, applied, recordId, plan }: PlannedRow, about: AboutRows): MemberImportRow => ({
  number,
  outcome,
  title: plan.title,
  organizationId: recordId ?? plan.target?.id ?? null,
  changes: [...plan.changes],
  problems: plan.problems.map((problem) => viewProblem(problem, about)),
  done: applied ?? null,
});
