import type { Mailing } from '@alianza/contracts/notifications/mailings';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { momentInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Markdown } from '../../../shared/markdown/markdown.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { MailingState } from '../components/mailing-state.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

function StopDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText();
  const stop = useWrite('notifications.mailings.stop');
  return (
    <AppDialog title={text('mailings.stop.title')} onClose={onClose}>
      <p>{text('mailings.stop.text')}</p>
      <SendOrCancel
        send={text('mailings.stop.press')}
        error={stop.error}
        failed={text('mailings.stop.failed')}
        busy={stop.isPending}
        onSend={() => stop.mutate({ input: { id } }, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </AppDialog>
  );
}

/** How far it is, while it goes on by itself. */
function Sending({ mailing: { id, counts } }: { mailing: Mailing }) {
  const text = useText();
  const [stopping, stop] = useState(false);
  const done = counts.recipients === 0 ? 0 : Math.min(counts.recipients, counts.sent + counts.withheld);
  const said = { done: numberIn(text.lang, done), of: numberIn(text.lang, counts.recipients) };
  return (
    <section className="progress" aria-labelledby="progress-title">
      <h2 id="progress-title">{text('mailings.progress.title')}</h2>
      <p role="status">{text('mailings.progress.text', said)}</p>
      <progress max={counts.recipients} value={done} aria-label={text('mailings.progress.title')} />
      <p>
        <button className="button second" type="button" onClick={() => stop(true)}>
          {text('mailings.stop.press')}
        </button>
      </p>
      {stopping && <StopDialog id={id} onClose={() => stop(false)} />}
    </section>
  );
}

function Counts({ mailing: { counts } }: { mailing: Mailing }) {
  const text = useText();
  return (
    <section className="panel" aria-labelledby="counts">
      <h2 id="counts">{text('mailings.counts.title')}</h2>
      <dl className="pairs">
        {(['recipients', 'sent', 'bounced', 'withheld'] as const).map((name) => (
          <div key={name}>
            <dt>{text(`mailings.counts.${name}`)}</dt>
            <dd>{numberIn(text.lang, counts[name])}</dd>
          </div>
        ))}
      </dl>
      {counts.withheld > 0 && <p className="quiet-text">{text('mailings.counts.withheldWhy')}</p>}
    </section>
  );
}

function Sent({ mailing }: { mailing: Mailing }) {
  const text = useText();
  const { zone } = useNetwork();
  const moment = momentInWords(text.lang, mailing.at, zone);
  const { by } = mailing;
  return (
    <div className="import-page">
      <div className="form-col">
        <p>
          <MailingState state={mailing.state} />{' '}
          {by === null ? text('mailings.bySomebody', { moment }) : text('mailings.by', { name: by, moment })}
        </p>
        {mailing.reason !== null && <p>{text('mailings.reason', { reason: mailing.reason })}</p>}
        {mailing.state === 'sending' && <Sending mailing={mailing} />}
        <Markdown source={mailing.body} />
      </div>
      <Counts mailing={mailing} />
    </div>
  );
}

/** One message, and what became of its mails. */
export function Component() {
  const text = useText();
  const address = useAddress();
  const { id = '' } = useParams();
  const first = useRead('notifications.mailings.get', { id });
  const mailing = useRead('notifications.mailings.get', { id }, { every: first.data?.state === 'sending' ? 2000 : 60_000 });
  return (
    <>
      <QueueHead title={mailing.data?.subject ?? text('mailings.title')}>
        <p className="quiet-text">
          <Link to={address('secretaria/mensajes')}>{text('mailings.back')}</Link>
        </p>
      </QueueHead>
      <Loaded query={mailing} failed={text('mailings.oneFailed')} skeleton={<RowsSkeleton rows={6} />}>
        {(it) => <Sent mailing={it} />}
      </Loaded>
    </>
  );
}
