import type { ReactNode } from 'react';
import { numberIn } from '../format/numbers.js';
import { Void } from '../parts/void.js';
import { useText } from '../texts/use-text.js';
import { Desk, type DeskList } from './desk.js';
import { useOpenRow } from './open-row.js';
import { QueueFilter, type FilterSelect } from './queue-filter.js';
import { QueueHead, QueueKeys } from './queue-head.js';

interface Props<Row> {
  readonly title: string;
  /** Whether it says how it moves. */
  readonly keys?: boolean;
  readonly list: DeskList<Row>;
  readonly failed: string;
  /** By what it is filtered. */
  readonly filters: readonly [FilterSelect, second?: FilterSelect | false];
  /** Key of how many are shown, of how many. */
  readonly shown?: string;
  /** Keys of what is said where nothing is in it: a title, and a word below. */
  readonly empty: readonly [title: string, said?: string];
  readonly table: (items: readonly Row[]) => ReactNode;
  /** The open row, beside the list. */
  readonly opened: (id: string, close: () => void) => ReactNode;
}

/** A queue: its title, what filters it, its rows, and the open one beside them. */
export function QueuePage<Row>(props: Props<Row>) {
  const { title, keys = true, list, failed, filters, shown = 'secretariat.shown', empty, table, opened } = props;
  const text = useText();
  const { openId, close } = useOpenRow();
  const [none, noneText] = empty;
  return (
    <>
      <QueueHead title={title}>{keys && <QueueKeys />}</QueueHead>
      <Desk title={title} list={list} failed={failed} opened={openId !== null && opened(openId, close)}>
        {(items, total) => (
          <>
            <QueueFilter
              {...filters[0]}
              second={filters[1]}
              said={text(shown, { shown: numberIn(text.lang, items.length), total: numberIn(text.lang, total) })}
            />
            {items.length === 0 ? <Void title={text(none)}>{noneText !== undefined && <p>{text(noneText)}</p>}</Void> : table(items)}
          </>
        )}
      </Desk>
    </>
  );
}
