import type { KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import type { SyntheticEvent } from 'react';
import { isProblem } from '../../../shared/api/problem.js';
import { Summary } from '../../../shared/forms/summary.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { AccentField } from './accent-field.js';
import { CategoryFields } from './category-fields.js';
import type { FieldProps } from './field-props.js';
import { MarkField } from './mark-field.js';
import { LanguageFields, PlaceFields } from './place-fields.js';
import { TextFields } from './text-fields.js';
import { useNetworkForm } from './use-network-form.js';

interface Props {
  readonly kept: KeptNetwork;
  /** The version that was saved here last: the form is made anew with each. */
  readonly saved: number | null;
  readonly onSaved: (version: number) => void;
  /** Reads anew what somebody else changed. */
  readonly onReadAgain: () => void;
}

type Form = ReturnType<typeof useNetworkForm>;

/** What came of it, and what can be done about it. */
function Outcome({ form, saved, onReadAgain }: { form: Form; saved: boolean; onReadAgain: () => void }) {
  const text = useText();
  const { error, asksAboutLanguage, save, busy } = form;
  return (
    <>
      {error !== null && <Failure error={error} title={text('states.form.notSaved')} />}
      {asksAboutLanguage && isProblem(error) && error.errors.map(({ detail }) => <p key={detail}>{detail}</p>)}
      {asksAboutLanguage && (
        <button className="button grave" type="button" disabled={busy} onClick={() => void save(true)}>
          {text('settings.leaveLanguage')}
        </button>
      )}
      {isProblem(error, 'version-stale') && (
        <button className="button second" type="button" onClick={onReadAgain}>
          {text('settings.readAgain')}
        </button>
      )}
      <p role="status">{saved && error === null && <State kind="done">{text('settings.saved')}</State>}</p>
    </>
  );
}

/** Everything that can be said anew of a network. Its code is its address, and stays. */
export function SettingsForm({ kept, saved, onSaved, onReadAgain }: Props) {
  const text = useText();
  const address = useAddress();
  const form = useNetworkForm(kept, onSaved);
  const { values, change, attempt, problems } = form;
  const tried = attempt > 0 && problems.length > 0;
  const wrong = new Map(tried ? problems.map(({ id, key }) => [id, text(key)]) : []);
  const field: FieldProps = { values, onChange: change, wrong };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    void form.save(false);
  };
  return (
    <form className="form" noValidate onSubmit={send}>
      <p>{text('settings.lede')}</p>
      <p className="quiet-text">{text('settings.codeStays', { code: kept.code })}</p>
      {tried && (
        <Summary title={text('settings.wrong.title')} items={[...wrong].map(([id, said]) => ({ id, text: said }))} attempt={attempt} />
      )}
      <TextFields {...field} />
      <LanguageFields {...field} />
      <PlaceFields {...field} />
      <CategoryFields {...field} />
      <AccentField {...field} />
      <MarkField kept={kept} choice={form.mark} onChoose={form.chooseMark} />
      <Outcome form={form} saved={saved === kept.version} onReadAgain={onReadAgain} />
      <div className="buttons">
        <button className="button" type="submit" disabled={form.busy}>
          {text('settings.save')}
        </button>
        <a className="button second" href={address()}>
          {text('settings.publicHome')}
        </a>
      </div>
    </form>
  );
}
