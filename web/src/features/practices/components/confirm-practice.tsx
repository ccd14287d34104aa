import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useTell } from '../../../shared/page/told.js';
import { read } from '../../../shared/practice/localized.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

const limit = 1000;

interface Props {
  readonly practice: EditablePractice;
}

function ConfirmDialog({ practice: { id, content }, onClose }: Props & { onClose: () => void }) {
  const text = useText();
  const tell = useTell();
  const [note, setNote] = useState('');
  const confirm = useWrite('repository.verifications.confirm', { alsoChanges: ['repository.practices'] });
  const done = () => {
    onClose();
    tell(text('review.confirm.done'));
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const said = note.trim();
    void confirm.mutateAsync({ input: { id, ...(said !== '' && { note: said }) } }).then(done, () => undefined);
  };
  return (
    <AppDialog title={text('review.confirm.title', { title: read(content.title, text.lang).text })} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        <p>{text('review.confirm.text')}</p>
        <Ask id="confirm-note" label={text('review.confirm.note')} optional count={{ used: note.length, limit }}>
          {(control) => (
            <textarea className="input" maxLength={limit} {...control} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Ask>
        <SendOrCancel
          send={text('review.confirm.send')}
          error={confirm.error}
          failed={text('review.confirm.failed')}
          busy={confirm.isPending}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}

/** Who writes for its organisation says that what is public and due still holds. */
export function ConfirmPractice({ practice }: Props) {
  const text = useText();
  const [asking, ask] = useState(false);
  return (
    <>
      <button className="button second" type="button" onClick={() => ask(true)}>
        {text('review.confirm.press')}
      </button>
      {asking && <ConfirmDialog practice={practice} onClose={() => ask(false)} />}
    </>
  );
}
