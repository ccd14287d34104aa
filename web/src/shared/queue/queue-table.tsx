import type { ReactNode } from 'react';
import { useText } from '../texts/use-text.js';
import { useOpenRow } from './open-row.js';
import { RowLink } from './row-link.js';
import { daysSince } from './waiting-days.js';

/** What stands beside the name of a row. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures and dates. */
  readonly code?: boolean;
  /** Says by itself what it is, so that it needs no heading where the table is a list. */
  readonly plain?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly items: readonly Row[];
  /** Since when a row waits; the longest waiting stand first. */
  readonly since: (row: Row) => string;
  /** What a row is about, and the heading of that. */
  readonly about: Column<Row>;
  readonly columns: readonly Column<Row>[];
}

/** Days waited, what a row is about, and its other columns. ↑ and ↓ move, Intro opens. */
export function QueueTable<Row extends { readonly id: string }>({ caption, items, since, about, columns }: Props<Row>) {
  const text = useText();
  const { openId, hrefOf } = useOpenRow();
  return (
    <table className="table queue">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="num" aria-sort="descending">
            {text('secretariat.column.days')}
          </th>
          {[about, ...columns].map(({ heading }) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={row.id} className={row.id === openId ? 'is-open-row' : undefined}>
            <td className="num" data-th={text('secretariat.column.days')}>
              {daysSince(since(row))}
            </td>
            <td>
              <RowLink id={row.id} to={hrefOf(row.id)} open={row.id === openId}>
                {about.cell(row)}
              </RowLink>
            </td>
            {columns.map(({ heading, cell, code, plain }) => (
              <td key={heading} className={code ? 'code' : undefined} data-th={plain ? undefined : heading}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
