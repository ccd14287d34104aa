import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Summary } from '../../../shared/forms/summary.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { audienceOf, emptyDraft, filterIn, letterOf, missingIn, reasonOf, type Draft, type Filter } from '../api/draft.js';
import { AudienceFields } from '../components/audience-fields.js';
import { LetterFields } from '../components/letter-fields.js';
import { Reach } from '../components/reach.js';
import { SendDialog } from '../components/send-dialog.js';

/** What the choice of recipients rests on: a preview of others says nothing any more. */
const addressedBy = ({ marked, organizations, roles, always, reason }: Draft) =>
  JSON.stringify([marked, marked && organizations, roles, always && reason.trim() !== '']);

/** The draft, what was tried with it, and what is still missing for that. */
function useWriting(filter: Filter) {
  const text = useText();
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useState({ what: null as 'audience' | 'all' | null, times: 0 });
  const preview = useWrite('notifications.mailings.preview');
  const test = useWrite('notifications.mailings.test');
  const missing = tried.what === null ? [] : missingIn(draft, tried.what);
  const change = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed };
    if (addressedBy(next) !== addressedBy(draft)) preview.reset();
    setDraft(next);
  };
  const attempt = (what: 'audience' | 'all', act: () => void) => {
    setTried(({ times }) => ({ what, times: times + 1 }));
    if (missingIn(draft, what).length === 0) act();
  };
  return {
    draft,
    change,
    preview,
    test,
    wrong: missing.map((id) => ({ id, text: text(`mailings.write.missing.${id}`) })),
    times: tried.times,
    look: () => attempt('audience', () => preview.mutate({ input: { to: audienceOf(draft, filter), reason: reasonOf(draft) } })),
    tryOut: () => attempt('all', () => test.mutate({ input: letterOf(draft) })),
    attempt,
  };
}

function Buttons({ writing, onSend }: { writing: ReturnType<typeof useWriting>; onSend: () => void }) {
  const text = useText();
  const { preview, test, look, tryOut, attempt } = writing;
  const canSend = (preview.data?.recipients.total ?? 0) > 0;
  return (
    <>
      {preview.data && <Reach preview={preview.data} />}
      <p className="buttons">
        <button className={canSend ? 'button second' : 'button'} type="button" disabled={preview.isPending} onClick={look}>
          {text('mailings.write.preview')}
        </button>
        <button className="button second" type="button" disabled={test.isPending} onClick={tryOut}>
          {text('mailings.write.test')}
        </button>
        {canSend && (
          <button className="button" type="button" onClick={() => attempt('all', onSend)}>
            {text('mailings.write.send')}
          </button>
        )}
      </p>
      <p role="status">{test.isSuccess && <State kind="done">{text('mailings.write.testSent')}</State>}</p>
      {preview.error && <Failure error={preview.error} title={text('mailings.write.previewFailed')} />}
      {test.error && <Failure error={test.error} title={text('mailings.write.testFailed')} />}
    </>
  );
}

/** Where the secretariat writes to many: to whom, what, who that is, and only then out. */
export function Component() {
  const text = useText();
  const address = useAddress();
  const go = useNavigate();
  const [search] = useSearchParams();
  const [filter] = useState(() => filterIn(search));
  const [sending, send] = useState(false);
  const writing = useWriting(filter);
  const { draft, change, preview, wrong, times } = writing;
  const errors = Object.fromEntries(wrong.map((one) => [one.id, one.text]));
  return (
    <>
      <QueueHead title={text('mailings.write.title')}>
        <p className="quiet-text">
          <Link to={address('secretaria/mensajes')}>{text('mailings.back')}</Link>
        </p>
      </QueueHead>
      <div className="letter-form">
        <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
          {wrong.length > 0 && <Summary title={text('mailings.write.wrong')} items={wrong} attempt={times} />}
          <AudienceFields draft={draft} change={change} filter={filter} errors={errors} />
          <LetterFields draft={draft} change={change} errors={errors} />
          <Buttons writing={writing} onSend={() => send(true)} />
        </form>
      </div>
      {sending && preview.data && (
        <SendDialog
          draft={draft}
          filter={filter}
          preview={preview.data}
          onClose={() => send(false)}
          onSent={(id) => void go(address(`secretaria/mensajes/${id}`))}
        />
      )}
    </>
  );
}
