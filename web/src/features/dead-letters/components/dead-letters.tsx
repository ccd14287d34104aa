import { listOf } from '../../../shared/format/lists.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { Void } from '../../../shared/parts/void.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useDeadLetters, useRetry, type OfConsumer, type Waiting } from '../api/use-dead-letters.js';
import { TakenTable, useWhat, WaitingTable, type Networks } from './letter-tables.js';

type Retry = ReturnType<typeof useRetry>;

/** All of one consumer at once, where it has several. */
function ByConsumer({ consumers, retry }: { consumers: readonly OfConsumer[]; retry: Retry }) {
  const text = useText();
  const several = consumers.filter(({ waiting }) => waiting > 1);
  return several.map(({ service, consumer, waiting }) => (
    <button
      key={consumer}
      className="button second"
      type="button"
      disabled={retry.isPending}
      onClick={() => retry.mutate({ service, consumer })}
    >
      {text('deadLetters.retryAll', { count: waiting, consumer })}
    </button>
  ));
}

/** What the last retry came to. */
function Outcome({ retry }: { retry: Retry }) {
  const text = useText();
  return (
    <>
      <p role="status">{retry.isPending ? text('deadLetters.retrying') : retry.data && text('deadLetters.outcome', retry.data)}</p>
      {retry.error && <Failure error={retry.error} title={text('deadLetters.retryFailed')} />}
    </>
  );
}

/** What waits to be retried, and what was taken when it was. */
export function DeadLetters({ networks }: { networks: Networks }) {
  const text = useText();
  const what = useWhat();
  const letters = useDeadLetters();
  const retry = useRetry();
  const button = (letter: Waiting) => (
    <button
      className="link"
      type="button"
      disabled={retry.isPending}
      aria-label={text('deadLetters.retryOf', { what: what(letter) })}
      onClick={() => retry.mutate({ service: letter.service, id: letter.id })}
    >
      {text('deadLetters.retry')}
    </button>
  );
  return (
    <Loaded query={letters} failed={text('deadLetters.failed')} skeleton={<RowsSkeleton />}>
      {({ waiting, consumers, taken, silent }) => (
        <>
          {silent.length > 0 && <p role="alert">{text('deadLetters.some', { services: listOf(text.lang, silent) })}</p>}
          <div className="table-tools">
            <ByConsumer consumers={consumers} retry={retry} />
            <Outcome retry={retry} />
          </div>
          {waiting.length === 0 && silent.length === 0 && (
            <Void title={text('deadLetters.none')}>
              <p>{text('deadLetters.noneText')}</p>
            </Void>
          )}
          {waiting.length > 0 && <WaitingTable items={waiting} networks={networks} retry={button} />}
          {taken.length > 0 && (
            <section aria-labelledby="taken">
              <h2 id="taken">{text('deadLetters.takenTitle')}</h2>
              <TakenTable items={taken} networks={networks} />
            </section>
          )}
        </>
      )}
    </Loaded>
  );
}
