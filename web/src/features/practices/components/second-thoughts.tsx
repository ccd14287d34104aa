import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useTell } from '../../../shared/page/told.js';
import { read } from '../../../shared/practice/localized.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useEditing } from '../editor/editor-context.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

interface Props {
  readonly practice: EditablePractice;
}

interface Asking {
  readonly act: 'discard' | 'callBack';
  readonly practice: EditablePractice;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** What it means, before it is done. */
function Confirmation({ act, practice, busy, error, onYes, onClose }: Asking) {
  const text = useText();
  return (
    <AppDialog title={text(`review.${act}.title`, { title: read(practice.content.title, text.lang).text })} onClose={onClose}>
      <p>{text(`review.${act}.text`)}</p>
      <SendOrCancel
        send={text(`review.${act}.press`)}
        error={error}
        failed={text(`review.${act}.failed`)}
        busy={busy}
        grave={act === 'discard'}
        onSend={onYes}
        onCancel={onClose}
      />
    </AppDialog>
  );
}

/** Throws away what was never published. */
export function DiscardDraft({ practice }: Props) {
  const text = useText();
  const tell = useTell();
  const go = useNavigate();
  const address = useAddress();
  const [asking, ask] = useState(false);
  const { throwAway } = useEditing();
  const { mutateAsync, isPending, error } = useWrite('repository.drafts.discard', { alsoChanges: ['repository.practices'] });
  const list = address('miembro/practicas');
  const done = () => {
    void go(list, { replace: true });
    tell(text('review.discard.done'), list);
  };
  const discard = () => void throwAway(mutateAsync({ input: { id: practice.id }, version: practice.version })).then(done, () => undefined);
  return (
    <p>
      <button className="link" type="button" onClick={() => ask(true)}>
        {text('review.discard.press')}
      </button>
      {asking && <Confirmation act="discard" {...{ practice, error }} busy={isPending} onYes={discard} onClose={() => ask(false)} />}
    </p>
  );
}

/** Takes back what was handed in; only whoever may hand it in. */
export function CallBack({ practice }: Props) {
  const text = useText();
  const tell = useTell();
  const [asking, ask] = useState(false);
  const { mutateAsync, isPending, error } = useWrite('repository.drafts.call-back', { alsoChanges: ['repository.practices'] });
  const done = () => tell(text('review.callBack.done'));
  // the practice can be written again, and this goes with the page that said it could not
  const callBack = () => void mutateAsync({ input: { id: practice.id }, version: practice.version }).then(done, () => undefined);
  return (
    <>
      <button className="button second" type="button" onClick={() => ask(true)}>
        {text('review.callBack.press')}
      </button>
      {asking && <Confirmation act="callBack" {...{ practice, error }} busy={isPending} onYes={callBack} onClose={() => ask(false)} />}
    </>
  );
}
