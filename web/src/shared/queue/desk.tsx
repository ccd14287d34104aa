import type { ReactNode } from 'react';
import { Loaded, RowsSkeleton } from '../page/loaded.js';
import { NextPage } from '../page/next-page.js';

interface Page<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

/** A list that goes on, as `useList` reads it. */
export interface DeskList<Row> {
  readonly data: { readonly pages: readonly Page<Row>[] } | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

interface Props<Row> {
  readonly title: string;
  readonly list: DeskList<Row>;
  readonly failed: string;
  /** What is here of how many, with what filters it. */
  readonly children: (items: readonly Row[], total: number) => ReactNode;
  /** The open row, beside the list. */
  readonly opened: ReactNode;
}

/** A queue and, beside it, what is open of it. */
export function Desk<Row>({ title, list, failed, children, opened }: Props<Row>) {
  return (
    <div className="desk">
      <section aria-label={title}>
        <Loaded query={list} failed={failed} skeleton={<RowsSkeleton rows={8} />}>
          {({ pages }) =>
            children(
              pages.flatMap((page) => page.items),
              pages[0]?.total ?? 0,
            )
          }
        </Loaded>
        <NextPage list={list} />
      </section>
      {opened}
    </div>
  );
}
