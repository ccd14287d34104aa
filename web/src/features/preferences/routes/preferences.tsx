import type { PortalLanguage } from '@alianza/contracts/shapes';
import { useState } from 'react';
import { AskGroup } from '../../../shared/forms/ask.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { State } from '../../../shared/parts/state.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { FailingAddress } from '../components/failing-address.js';
import { MailChoices } from '../components/mail-choices.js';

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

/** Whether mails arrive, what comes by mail and how often, and in which language the portal writes. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const preferences = useRead('notifications.preferences.get', {});
  return (
    <div className="form-col">
      <PageTitle title={text('member.preferences.title')} of={name} />
      <FailingAddress />
      <div className="form">
        <Loaded query={preferences} failed={text('member.preferences.failed')} skeleton={<RowsSkeleton rows={2} />}>
          {(kept) => <MailChoices preferences={kept} />}
        </Loaded>
        <LanguageChoice />
      </div>
    </div>
  );
}
