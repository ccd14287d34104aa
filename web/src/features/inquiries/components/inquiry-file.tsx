import type { Inquiry } from '@alianza/contracts/repository/inquiries';
import { useState } from 'react';
import { dateInWords } from '../../../shared/format/dates.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { State } from '../../../shared/parts/state.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { TaskOwner } from '../../../shared/queue/owners/task-owner.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { InquiryState } from './inquiry-queue.js';
import { Settling } from './settling.js';

/** What it came to. */
function Outcome({ inquiry: { status, outcome, undelivered } }: { inquiry: Inquiry }) {
  const text = useText();
  const { zone } = useNetwork();
  if (status === 'open' || outcome === null) return null;
  return (
    <>
      <h3>{text(`inquiries.file.outcome.${status}`)}</h3>
      <p className="said">{outcome}</p>
      {undelivered !== null && (
        <p>
          <State kind="late">{text('inquiries.file.undelivered', { date: dateInWords(text.lang, undelivered.at, zone) })}</State>
        </p>
      )}
    </>
  );
}

/** Why the secretariat answers what an organisation was asked. */
function StandIn({ inquiry: { status, standsInFor } }: { inquiry: Inquiry }) {
  const text = useText();
  return status === 'open' && standsInFor !== null && <p className="hint">{text('inquiries.queue.standsIn', standsInFor)}.</p>;
}

function Opened({ inquiry, onSettled }: { inquiry: Inquiry; onSettled: () => void }) {
  const text = useText();
  const address = useAddress();
  const [act, setAct] = useState<'answer' | 'close'>('answer');
  const { kind, practice, language, text: asked } = inquiry;
  const other = act === 'answer' ? 'close' : 'answer';
  return (
    <>
      <p>
        {text(`inquiries.queue.kind.${kind}`)}.{' '}
        {practice.slug !== null && <a href={address(`practicas/${practice.slug}`)}>{text('inquiries.file.record')}</a>}
      </p>
      <StandIn inquiry={inquiry} />
      <h3>{text('inquiries.file.asked')}</h3>
      <p className="said" lang={language}>
        {asked}
      </p>
      <Outcome inquiry={inquiry} />
      {inquiry.status === 'open' && (
        <>
          <Settling key={act} inquiry={inquiry} act={act} onSettled={onSettled} />
          <p>
            <button className="link" type="button" onClick={() => setAct(other)}>
              {text(other === 'close' ? 'inquiries.file.close' : 'inquiries.file.back')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** A message opened beside its queue: read it, answer it or close it. */
export function InquiryFile({ id, desk, onClose }: { id: string; desk: boolean; onClose: () => void }) {
  const text = useText();
  const query = useRead('repository.inquiries.get', { id });
  return (
    <OpenedFile
      id={id}
      title={query.data?.practice.title ?? text('inquiries.queue.title')}
      state={query.data && <InquiryState status={query.data.status} />}
      onClose={onClose}
    >
      {desk && query.data && <TaskOwner queue="inquiries" id={id} open={query.data.status === 'open'} />}
      <Loaded query={query} failed={text('inquiries.file.failed')} skeleton={<RowsSkeleton rows={4} />}>
        {(inquiry) => <Opened key={inquiry.version} inquiry={inquiry} onSettled={onClose} />}
      </Loaded>
    </OpenedFile>
  );
}
