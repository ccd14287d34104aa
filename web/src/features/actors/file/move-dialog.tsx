import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

export type Noted = 'contacted' | 'not-interested';

interface Props {
  readonly actor: ActorFile;
  readonly to: Noted;
  readonly onClose: () => void;
}

const limit = 1000;

/** A step that only who was there can tell. */
export function MoveDialog({ actor, to, onClose }: Props) {
  const text = useText();
  const move = useWrite('membership.actors.move');
  const [note, say] = useState('');
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const input = { id: actor.id, to, note: note.trim() === '' ? null : note };
    move.mutate({ input, version: actor.version }, { onSuccess: onClose });
  };
  return (
    <AppDialog title={text(`actors.move.title.${to}`, { name: actor.title })} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        <Ask id="note" label={text('actors.move.note')} help={text('actors.move.noteHelp')} optional count={{ used: note.length, limit }}>
          {(control) => (
            <textarea className="input" maxLength={limit} {...control} value={note} onChange={(event) => say(event.target.value)} />
          )}
        </Ask>
        <SendOrCancel
          send={text('actors.move.send')}
          error={move.error}
          failed={text('actors.move.failed')}
          busy={move.isPending}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
