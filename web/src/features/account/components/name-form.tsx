import { useEffect, useState, type SyntheticEvent } from 'react';
import { LineField } from '../../../shared/forms/line-field.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

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
      {edit.error && <Failure error={edit.error} title={text('myAccount.who.failed')} />}
      <div className="buttons">
        <button className="button" type="submit" disabled={edit.isPending}>
          {text('myAccount.who.send')}
        </button>
        <button className="button second" type="button" onClick={onDone}>
          {text('states.form.cancel')}
        </button>
      </div>
    </form>
  );
}
