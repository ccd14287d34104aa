import type { Application } from '@alianza/contracts/membership/applications';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

const limit = 3000;
const words = {
  clarify: {
    title: 'secretariat.clarify.title',
    text: 'secretariat.clarify.text',
    label: 'secretariat.clarify.label',
    missing: 'secretariat.clarify.missing',
    send: 'secretariat.clarify.send',
    failed: 'secretariat.clarify.failed',
  },
  decline: {
    title: 'secretariat.decline.title',
    text: 'secretariat.decline.text',
    label: 'secretariat.decline.label',
    missing: 'secretariat.decline.missing',
    send: 'secretariat.decline.send',
    failed: 'secretariat.decline.failed',
  },
};

interface Props {
  readonly application: Application;
  readonly what: 'clarify' | 'decline';
  readonly onClose: () => void;
}

/** Sends the applicant a question, or a no with its reason. */
function useSay({ application: { id, version }, what, onClose }: Props) {
  const clarify = useWrite('membership.applications.ask');
  const decline = useWrite('membership.applications.decline');
  const say = (said: string) =>
    what === 'clarify'
      ? clarify.mutate({ input: { id, text: said }, version }, { onSuccess: onClose })
      : decline.mutate({ input: { id, reason: said }, version }, { onSuccess: onClose });
  return { say, busy: clarify.isPending || decline.isPending, error: clarify.error ?? decline.error };
}

export function SayDialog(props: Props) {
  const text = useText();
  const { application, what, onClose } = props;
  const { say, busy, error } = useSay(props);
  const [said, setSaid] = useState('');
  const [missing, setMissing] = useState(false);
  const key = words[what];
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(said.trim() === '');
    if (said.trim() === '') document.getElementById('said')?.focus();
    else say(said);
  };
  return (
    <AppDialog title={text(key.title, { organization: application.organization })} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        <p>{text(key.text)}</p>
        <Ask id="said" label={text(key.label)} error={missing ? text(key.missing) : undefined} count={{ used: said.length, limit }}>
          {(control) => (
            <textarea className="input" maxLength={limit} {...control} value={said} onChange={(event) => setSaid(event.target.value)} />
          )}
        </Ask>
        <SendOrCancel
          send={text(key.send)}
          error={error}
          failed={text(key.failed)}
          busy={busy}
          grave={what === 'decline'}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
