import type { ImportOutcome } from '@alianza/contracts/imports/sheet-imports';
import { Link } from 'react-router';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { useAddress } from '../../../shared/session/place.js';
import { useList } from '../../../shared/session/queries.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind, type AnyImport, type AnyImportRow } from '../api/import-kind.js';

export const shapeOf: Readonly<Record<ImportOutcome, StateKind>> = { create: 'done', change: 'soon', same: 'still', error: 'late' };

function Detail({ row }: { row: AnyImportRow }) {
  const text = useText();
  const { fieldLabel } = useImportKind();
  const changed = row.changes.map((field) => fieldLabel(text, field)).join(', ');
  return (
    <>
      {changed !== '' && text('imports.check.changes', { fields: changed })}
      {row.problems.length > 0 && (
        <ul className="problems">
          {row.problems.map(({ column, text: told }, index) => (
            <li key={index}>
              {column !== null && <b>{column}: </b>}
              {told}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Title({ row }: { row: AnyImportRow }) {
  const text = useText();
  const { keys, recordPath } = useImportKind();
  const address = useAddress();
  const title = row.title || text(keys.noTitle);
  const path = recordPath(row);
  if (path === null || row.done === null || row.done === 'skipped' || row.done === 'failed') return title;
  return <Link to={address(path)}>{title}</Link>;
}

/** What would become of a row; once it is done, what became of it. */
function Outcome({ row: { done, outcome } }: { row: AnyImportRow }) {
  const text = useText();
  if (done === null || done === 'failed') {
    const shown = done === 'failed' ? 'error' : outcome;
    return <State kind={shapeOf[shown]}>{text(`imports.check.one.${shown}`)}</State>;
  }
  return <State kind={done === 'skipped' ? 'late' : 'done'}>{text(`imports.done.row.${done}`)}</State>;
}

function Table({ rows, isDone }: { rows: readonly AnyImportRow[]; isDone: boolean }) {
  const text = useText();
  const { keys } = useImportKind();
  const heads = [
    text(keys.titleColumn),
    text(isDone ? 'imports.done.outcomeColumn' : 'imports.check.outcomeColumn'),
    text('imports.check.detail'),
  ];
  return (
    <table className="table queue">
      <caption className="sr">{text(isDone ? 'imports.done.caption' : 'imports.check.caption')}</caption>
      <TableHead number={text('imports.check.row')} heads={heads} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <td className="num" data-th={text('imports.check.row')}>
              {numberIn(text.lang, row.number)}
            </td>
            <td>
              <Title row={row} />
            </td>
            <td>
              <Outcome row={row} />
            </td>
            <td>
              <Detail row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rows of a sheet as they were checked, or became; all, or those of one kind. */
export function ImportRows({ it, outcome }: { it: AnyImport; outcome: ImportOutcome | null }) {
  const text = useText();
  const { operations } = useImportKind();
  const list = useList(operations.rows, { id: it.id, limit: 50, ...(outcome !== null && { outcome }) });
  return (
    <>
      <Loaded query={list} failed={text('imports.check.failed')} skeleton={<RowsSkeleton rows={6} />}>
        {({ pages }) => {
          const rows = pages.flatMap((page): readonly AnyImportRow[] => page.items);
          return rows.length === 0 ? <p>{text('imports.check.nothing')}</p> : <Table rows={rows} isDone={it.status === 'done'} />;
        }}
      </Loaded>
      <NextPage list={list} />
    </>
  );
}
