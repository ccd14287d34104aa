import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { read } from '../../../shared/practice/localized.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { effects } from '../api/effects.js';

const limit = 3000;

interface Props {
  readonly practice: EditablePractice;
  readonly onDecided: () => void;
  readonly onClose: () => void;
}

/** A no for good, with the reason that its author reads. */
export function DeclineDialog({ practice: { id, version, content, publishedAt }, onDecided, onClose }: Props) {
  const text = useText();
  const decline = useWrite('repository.reviews.decline', effects);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') document.getElementById('reason')?.focus();
    else decline.mutate({ input: { id, reason }, version }, { onSuccess: onDecided });
  };
  return (
    <AppDialog title={text('review.decline.title', { title: read(content.title, text.lang).text })} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        <p>{publishedAt === null ? text('review.decline.text') : text('review.decline.textVersion')}</p>
        <Ask
          id="reason"
          label={text('review.decline.label')}
          error={missing ? text('review.decline.missing') : undefined}
          count={{ used: reason.length, limit }}
        >
          {(control) => (
            <textarea className="input" maxLength={limit} {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Ask>
        {decline.error && <Failure error={decline.error} title={text('review.decline.failed')} />}
        <div className="buttons">
          <button className="button grave" type="submit" disabled={decline.isPending}>
            {text('review.decline.press')}
          </button>
          <button className="button second" type="button" onClick={onClose}>
            {text('states.form.cancel')}
          </button>
        </div>
      </form>
    </AppDialog>
  );
}
