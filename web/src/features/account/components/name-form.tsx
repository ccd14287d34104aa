import { useEffect, useState, type SyntheticEvent } from 'react';
import { LineField } from '../../../shared/forms/line-field.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

const shownWithIt = { alsoChanges: ['membership.account', 'membership.roles', 'membership.network-roles', 'membership.members'] };

/** The name under which others see somebody, set right by themselves. */
export function NameForm({ onDone }: { onDone: () => void }) {
  const text = useText();
  const { me } = useSession();
  const edit = useWrite('membership.people.edit', shownWithIt);
  const [name, setName] = useState(me.name);
  const [missing, setMissing] = useState(false);
  useEffect(() => document.getElementById('own-name')?.focus(), []);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const given = name.trim();
    setMissing(given === '');
    if (given === '') document.getElementById('own-name')?.focus();
    else edit.mutate({ input: { language: me.language, name: given }, version: me.version }, { onSuccess: onDone });
  };
  return (
    <form className="form" noValidate onSubmit={send}>
      <LineField
        id="own-name"
        label={text('myAccount.who.label')}
        help={text('myAccount.who.help')}
        error={missing ? text('myAccount.who.missing') : undefined}
        autoComplete="name"
        short
        maxLength={120}
        value={name}
        onSay={setName}
      />
      <SendOrCancel
        send={text('myAccount.who.send')}
        error={edit.error}
        failed={text('myAccount.who.failed')}
        busy={edit.isPending}
        onCancel={onDone}
      />
    </form>
  );
}
