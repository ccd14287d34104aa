import type { Preferences } from '@alianza/contracts/notifications/notices';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { useState } from 'react';
import { State } from '../../../shared/parts/state.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { AskGroup } from '../../../shared/forms/ask.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Each choice saves itself, and says so. */
function MailChoices({ preferences }: { preferences: Preferences }) {
  const text = useText();
  const edit = useWrite('notifications.preferences.edit');
  const { version, ...kept } = preferences;
  const [wanted, want] = useState<Partial<typeof kept>>({});
  const shown = { ...kept, ...wanted };
  const choose = (change: Partial<typeof kept>) => {
    want(change);
    edit.mutate({ input: { ...kept, ...change }, version }, { onSettled: () => want({}) });
  };
  const choices = [
    ['taskMail', text('member.preferences.tasks')],
    ['newsMail', text('member.preferences.news')],
  ] as const;
  return (
    <>
      <AskGroup id="mails" legend={text('member.preferences.mails')} help={text('member.preferences.summonses')}>
        {choices.map(([name, label]) => (
          <label className="option" key={name}>
            <input
              type="checkbox"
              checked={shown[name]}
              disabled={edit.isPending}
              onChange={(event) => choose({ [name]: event.target.checked })}
            />{' '}
            {label}
          </label>
        ))}
      </AskGroup>
      <p role="status">{edit.isSuccess && <State kind="done">{text('states.form.saved')}</State>}</p>
      {edit.error && <Failure error={edit.error} title={text('states.form.notSaved')} />}
    </>
  );
}

function LanguageChoice() {
  const text = useText();
  const { me } = useSession();
  const edit = useWrite('membership.people.edit');
  const [wanted, want] = useState<PortalLanguage | null>(null);
  const choose = (language: PortalLanguage) => {
    want(language);
    edit.mutate({ input: { language }, version: me.version }, { onSettled: () => want(null) });
  };
  return (
    <>
      <AskGroup id="language" legend={text('member.preferences.language')} help={text('member.preferences.languageHelp')}>
        {(['es', 'en'] as const).map((language) => (
          <label className="option" key={language} lang={language}>
            <input
              type="radio"
              name="language"
              checked={(wanted ?? me.language) === language}
              disabled={edit.isPending}
              onChange={() => choose(language)}
            />{' '}
            {text(`frame.language.${language}`)}
          </label>
        ))}
      </AskGroup>
      <p role="status">{edit.isSuccess && <State kind="done">{text('states.form.saved')}</State>}</p>
      {edit.error && <Failure error={edit.error} title={text('states.form.notSaved')} />}
    </>
  );
}

/** What comes by mail, and in which language the portal writes. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const preferences = useRead('notifications.preferences.get', {});
  return (
    <div className="form-col">
      <PageTitle title={text('member.preferences.title')} of={name} />
      <div className="form">
        <Loaded query={preferences} failed={text('member.preferences.failed')} skeleton={<RowsSkeleton rows={2} />}>
          {(kept) => <MailChoices preferences={kept} />}
        </Loaded>
        <LanguageChoice />
      </div>
    </div>
  );
}
