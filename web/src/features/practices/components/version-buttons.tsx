import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { useTell } from '../../../shared/page/told.js';
import { read } from '../../../shared/practice/localized.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useEditing } from '../editor/editor-context.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

/** Begins the next version of what is published. */
export function BeginVersion({ practice: { id, version } }: { practice: EditablePractice }) {
  const text = useText();
  const tell = useTell();
  const begin = useWrite('repository.versions.begin', { alsoChanges: ['repository.practices'] });
  const done = () => tell(text('review.version.begun'));
  // what is read anew is a page to write on, and this goes with the one before
  const press = () => void begin.mutateAsync({ input: { id }, version }).then(done, () => undefined);
  return (
    <>
      <button className="button second" type="button" disabled={begin.isPending} onClick={press}>
        {text('review.version.begin')}
      </button>
      {begin.error && <Failure error={begin.error} title={text('review.version.beginFailed')} />}
    </>
  );
}

/** What is written is a next version: says so, and lets it be dropped. */
export function WritingVersion({ practice }: { practice: EditablePractice }) {
  const text = useText();
  const tell = useTell();
  const { throwAway } = useEditing();
  const [asking, ask] = useState(false);
  const discard = useWrite('repository.versions.discard', { alsoChanges: ['repository.practices'] });
  const { id, version, content } = practice;
  const done = () => tell(text('review.version.discarded'));
  const press = () => void throwAway(discard.mutateAsync({ input: { id }, version })).then(done, () => undefined);
  return (
    <div className="hint">
      <p>{text('review.version.writing')}</p>
      <p>
        <button className="link" type="button" onClick={() => ask(true)}>
          {text('review.version.discard')}
        </button>
      </p>
      {asking && (
        <AppDialog title={text('review.version.discardTitle', { title: read(content.title, text.lang).text })} onClose={() => ask(false)}>
          <p>{text('review.version.discardText')}</p>
          <SendOrCancel
            send={text('review.version.discard')}
            error={discard.error}
            failed={text('review.version.discardFailed')}
            busy={discard.isPending}
            grave
            onSend={press}
            onCancel={() => ask(false)}
          />
        </AppDialog>
      )}
    </div>
  );
}
