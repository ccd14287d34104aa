import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import type { Unsent } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

/** Names what is lost, and takes a word that nobody writes by accident. */
export function EraseDialog({ unsent, onClose }: { unsent: Unsent; onClose: () => void }) {
  const text = useText();
  const ask = useWrite('membership.erasures.ask', { alsoChanges: ['membership.account'] });
  const [given, setGiven] = useState(unsent.begun ?? '');
  const [wrong, setWrong] = useState(false);
  const word = text('myAccount.erase.theWord');
  const close = () => {
    unsent.forget();
    onClose();
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const isRight = given.trim().toLocaleUpperCase(text.lang) === word;
    setWrong(!isRight);
    if (isRight) ask.mutate({ input: {} }, { onSuccess: close, onError: unsent.keep(given) });
    else document.getElementById('erase-word')?.focus();
  };
  return (
    <AppDialog title={text('myAccount.erase.dialog')} onClose={close}>
      <form className="form" noValidate onSubmit={send}>
        <p>{text('myAccount.erase.dialogText')}</p>
        <Ask
          id="erase-word"
          label={text('myAccount.erase.word', { word })}
          error={wrong ? text('myAccount.erase.wordWrong', { word }) : undefined}
        >
          {(control) => (
            <input
              className="input medium"
              autoComplete="off"
              maxLength={20}
              {...control}
              value={given}
              onChange={(event) => setGiven(event.target.value)}
            />
          )}
        </Ask>
        <SendOrCancel
          send={text('myAccount.erase.send')}
          error={ask.error}
          failed={text('myAccount.erase.failed')}
          busy={ask.isPending}
          grave
          onCancel={close}
        />
      </form>
    </AppDialog>
  );
}
