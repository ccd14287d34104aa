import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import type { Unsent } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';

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
        {ask.error && <Failure error={ask.error} title={text('myAccount.erase.failed')} />}
        <div className="buttons">
          <button className="button grave" type="submit" disabled={ask.isPending}>
            {text('myAccount.erase.send')}
          </button>
          <button className="button second" type="button" onClick={close}>
            {text('states.form.cancel')}
          </button>
        </div>
      </form>
    </AppDialog>
  );
}
