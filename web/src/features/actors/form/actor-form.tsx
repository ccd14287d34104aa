import { useState, type SyntheticEvent } from 'react';
import { Link } from 'react-router';
import { Summary } from '../../../shared/forms/summary.js';
import { isProblem } from '../../../shared/api/problem.js';
import { Failure } from '../../../shared/page/failure.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { saidBy, wrongIn, type ActorValues } from '../api/actor-values.js';
import { ContactFields } from './contact-fields.js';
import { IdentityFields } from './identity-fields.js';
import { InitiativesField } from './initiatives-field.js';
import { RoleFields } from './role-fields.js';
import { ShownField } from './shown-field.js';
import { SourcesField } from './sources-field.js';

/** What every question of the form gets. */
export interface FieldProps {
  readonly values: ActorValues;
  readonly onChange: (change: Partial<ActorValues>) => void;
  /** What is wrong, by the id of its control. */
  readonly wrong: ReadonlyMap<string, string>;
}

interface Props {
  readonly begun: ActorValues;
  /** It asked not to be written to: no address can be noted. */
  readonly stopped: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  /** Begins anew with what somebody else saved meanwhile. */
  readonly onReadAgain?: () => void;
  readonly onSend: (said: ReturnType<typeof saidBy>, wasCalled: boolean) => void;
}

/** Who an actor is, what it does, where that is told, and whom to write to. */
export function ActorForm({ begun, stopped, busy, error, onReadAgain, onSend }: Props) {
  const text = useText();
  const address = useAddress();
  const [values, setValues] = useState(begun);
  const [attempt, setAttempt] = useState(0);
  const problems = attempt > 0 ? wrongIn(values) : [];
  const wrong = new Map(problems.map(({ id, key, number }) => [id, text(key, { number })]));
  const field: FieldProps = { values, wrong, onChange: (part) => setValues({ ...values, ...part }) };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (wrongIn(values).length === 0) onSend(saidBy(values), values.wasCalled);
  };
  return (
    <form className="form" noValidate onSubmit={send}>
      {problems.length > 0 && (
        <Summary title={text('actors.form.wrong')} items={[...wrong].map(([id, said]) => ({ id, text: said }))} attempt={attempt} />
      )}
      <IdentityFields {...field} />
      <RoleFields {...field} />
      <InitiativesField {...field} />
      <SourcesField {...field} />
      <ContactFields {...field} stopped={stopped} />
      <ShownField {...field} />
      {error !== null && <Failure error={error} title={text('actors.form.failed')} />}
      {isProblem(error, 'version-stale') && (
        <button className="button second" type="button" onClick={onReadAgain}>
          {text('actors.form.readAgain')}
        </button>
      )}
      <div className="buttons">
        <button className="button" type="submit" disabled={busy}>
          {text('actors.form.save')}
        </button>
        <Link className="button second" to={address('secretaria/actores')}>
          {text('actors.form.back')}
        </Link>
      </div>
    </form>
  );
}
