import type { MailPace, Preferences } from '@alianza/contracts/notifications/notices';
import { useState, type SubmitEvent } from 'react';
import { AskGroup } from '../../../shared/forms/ask.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

const paces = ['now', 'daily', 'never'] as const satisfies readonly MailPace[];

interface PaceProps {
  readonly name: 'taskMail' | 'newsMail';
  readonly label: string;
  readonly value: MailPace;
  readonly onChoose: (pace: MailPace) => void;
}

function Pace({ name, label, value, onChoose }: PaceProps) {
  const text = useText();
  return (
    <AskGroup id={name} legend={label}>
      {paces.map((pace) => (
        <label className="option" key={pace}>
          <input type="radio" name={name} checked={value === pace} onChange={() => onChoose(pace)} />{' '}
          {text(`member.preferences.pace.${pace}`)}
        </label>
      ))}
    </AskGroup>
  );
}

/** Chosen first and saved then: whoever goes through the choices by key passes over one that lets go of waiting notices. */
export function MailChoices({ preferences }: { preferences: Preferences }) {
  const text = useText();
  const edit = useWrite('notifications.preferences.edit');
  const { version, ...kept } = preferences;
  const [wanted, want] = useState<Partial<typeof kept>>({});
  const shown = { ...kept, ...wanted };
  const choose = (change: Partial<typeof kept>) => want({ ...wanted, ...change });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!edit.isPending) edit.mutate({ input: shown, version }, { onSuccess: () => want({}) });
  };
  const pace = (name: PaceProps['name'], label: string) => (
    <Pace name={name} label={label} value={shown[name]} onChoose={(chosen) => choose({ [name]: chosen })} />
  );
  return (
    <form className="form" onSubmit={save}>
      {pace('taskMail', text('member.preferences.tasks'))}
      {pace('newsMail', text('member.preferences.news'))}
      <AskGroup id="mails" legend={text('member.preferences.mails')} help={text('member.preferences.summonses')}>
        <label className="option">
          <input type="checkbox" checked={shown.mailings} onChange={({ target }) => choose({ mailings: target.checked })} />{' '}
          {text('member.preferences.mailings')}
        </label>
      </AskGroup>
      <p>
        <button className="button" type="submit" aria-disabled={edit.isPending}>
          {text('member.preferences.save')}
        </button>
      </p>
      <p role="status">{edit.isSuccess && Object.keys(wanted).length === 0 && <State kind="done">{text('states.form.saved')}</State>}</p>
      {edit.error && <Failure error={edit.error} title={text('states.form.notSaved')} />}
    </form>
  );
}
