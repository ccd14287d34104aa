import { momentInWords } from '../../../shared/format/dates.js';
import { listOf } from '../../../shared/format/lists.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { Void } from '../../../shared/parts/void.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useNetworkLetters, useRetryOwn, type NetworkWaiting } from '../api/use-network-letters.js';
import { useWhat } from '../components/letter-tables.js';

type Retry = ReturnType<typeof useRetryOwn>;
const columns = ['what', 'means', 'since', 'tries', 'retry'] as const;

function Row({ letter, retry }: { letter: NetworkWaiting; retry: Retry }) {
  const text = useText();
  const what = useWhat();
  const { zone } = useNetwork();
  const { service, id, diedAt, retries, refusedAt } = letter;
  const said = (at: string) => momentInWords(text.lang, at, zone);
  return (
    <tr>
      <td>{what(letter)}</td>
      <td data-th={text('deadLetters.column.means')}>{text(`deadLetters.means.${service}`)}</td>
      <td data-th={text('deadLetters.column.since')}>
        <time dateTime={diedAt}>{said(diedAt)}</time>
      </td>
      <td data-th={text('deadLetters.column.tries')}>
        {text('deadLetters.again', { count: retries, at: refusedAt === null ? '' : said(refusedAt) })}
      </td>
      <td>
        <button
          className="link"
          type="button"
          disabled={retry.isPending}
          aria-label={text('deadLetters.retryOf', { what: what(letter) })}
          onClick={() => retry.mutate({ service, id })}
        >
          {text('deadLetters.retry')}
        </button>
      </td>
    </tr>
  );
}

function Table({ items, retry }: { items: readonly NetworkWaiting[]; retry: Retry }) {
  const text = useText();
  return (
    <table className="table queue">
      <caption className="sr">{text('deadLetters.caption')}</caption>
      <TableHead heads={columns.map((column) => text(`deadLetters.column.${column}`))} />
      <tbody>
        {items.map((letter) => (
          <Row key={letter.id} letter={letter} retry={retry} />
        ))}
      </tbody>
    </table>
  );
}

/** What did not arrive inside the platform of what happened in this network, what it means, and a way to try again. */
export function Component() {
  const text = useText();
  const letters = useNetworkLetters();
  const retry = useRetryOwn();
  return (
    <>
      <QueueHead title={text('deadLetters.title')}>
        <p className="quiet-text">{text('deadLetters.textOfNetwork')}</p>
      </QueueHead>
      <p role="status">{retry.isPending ? text('deadLetters.retrying') : retry.data && text('deadLetters.outcomeOfOne', retry.data)}</p>
      {retry.error && <Failure error={retry.error} title={text('deadLetters.retryFailed')} />}
      <Loaded query={letters} failed={text('deadLetters.failed')} skeleton={<RowsSkeleton />}>
        {({ waiting, total, silent }) => (
          <>
            {silent.length > 0 && (
              <p role="alert">
                {text('deadLetters.some', {
                  services: listOf(
                    text.lang,
                    silent.map((service) => text(`deadLetters.part.${service}`)),
                  ),
                })}
              </p>
            )}
            {waiting.length === 0 && silent.length === 0 && (
              <Void title={text('deadLetters.none')}>
                <p>{text('deadLetters.noneText')}</p>
              </Void>
            )}
            {waiting.length > 0 && (
              <>
                <p className="quiet-text">
                  {text('secretariat.shown', { shown: numberIn(text.lang, waiting.length), total: numberIn(text.lang, total) })}
                </p>
                <Table items={waiting} retry={retry} />
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
