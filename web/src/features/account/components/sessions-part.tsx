import type { OpenSession } from '@alianza/contracts/membership/account/account';
import { useEffect, useState } from 'react';
import { momentInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { State } from '../../../shared/parts/state.js';
import { useApi } from '../../../shared/session/api.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { closing } from './closing.js';
import { Part } from './part.js';

/** Milliseconds: the provider is told at once, and is seen to have done it; what it has not done by then is not waited for. */
const lookAgain = 1500;
const patience = 60_000;

/** The other sessions are asked to close; `late` once that takes longer than it is waited for. */
function useEnding() {
  const end = useWrite('membership.account.end-sessions');
  const [late, setLate] = useState(false);
  const { isSuccess, submittedAt } = end;
  useEffect(() => {
    if (!isSuccess) return undefined;
    const timer = setTimeout(() => setLate(true), patience);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isSuccess, submittedAt]);
  return { end, late };
}

type Ending = ReturnType<typeof useEnding>;

function Ended({ how }: { how: NonNullable<ReturnType<typeof closing>> }) {
  const text = useText();
  if (how === 'still') return <p>{text('myAccount.sessions.still')}</p>;
  return (
    <>
      <State kind="done">{text(`myAccount.sessions.${how}`)}</State>
      {how === 'ended' && <p>{text('myAccount.sessions.endedText')}</p>}
    </>
  );
}

function Sessions({ items, ending: { end, late } }: { items: readonly OpenSession[]; ending: Ending }) {
  const text = useText();
  const { auth } = useApi();
  const { zone } = useNetwork();
  const own = auth?.sessionId ?? undefined;
  const how = closing({ isAsked: end.isSuccess, left: items.length, late });
  const when = (iso: string) => momentInWords(text.lang, iso, zone);
  return (
    <>
      <p>{text('myAccount.sessions.text', { count: items.length })}</p>
      <ul className="history-list">
        {items.map(({ id, startedAt, seenAt }) => (
          <li key={id}>
            <b>{text('myAccount.sessions.began', { date: when(startedAt) })}</b>
            <p className="quiet-text">
              {id === own ? text('myAccount.sessions.here') : text('myAccount.sessions.seen', { date: when(seenAt) })}
            </p>
          </li>
        ))}
      </ul>
      {items.length > 1 && (
        <p className="buttons">
          <button
            className="button second"
            type="button"
            disabled={end.isPending}
            onClick={() => end.mutate({ input: own === undefined ? {} : { keep: own } })}
          >
            {text('myAccount.sessions.end')}
          </button>
        </p>
      )}
      <div role="status">{how && <Ended how={how} />}</div>
      {end.error && <Failure error={end.error} title={text('myAccount.sessions.endFailed')} />}
    </>
  );
}

/** Where the account is signed in now. */
export function SessionsPart() {
  const text = useText();
  const ending = useEnding();
  const { end, late } = ending;
  const every = (known?: { readonly items: readonly unknown[] | null }) =>
    closing({ isAsked: end.isSuccess, left: known?.items?.length ?? 0, late }) === 'ended' && lookAgain;
  const sessions = useRead('membership.account.sessions', {}, { every });
  return (
    <Part title={text('myAccount.sessions.title')}>
      <Loaded query={sessions} failed={text('myAccount.sessions.failed')} skeleton={<RowsSkeleton rows={2} />}>
        {({ items }) => (items === null ? <p>{text('myAccount.sessions.elsewhere')}</p> : <Sessions items={items} ending={ending} />)}
      </Loaded>
    </Part>
  );
}
