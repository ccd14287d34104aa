import { useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { Ask } from '../../../shared/forms/ask.js';
import { Summary } from '../../../shared/forms/summary.js';
import { Failure } from '../../../shared/page/failure.js';
import { PageTitle } from '../../../shared/page/page.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { emptyValues, saidBy, wrongIn, type NetworkValues } from '../api/network-values.js';
import { AccentField } from '../components/accent-field.js';
import { CategoryFields } from '../components/category-fields.js';
import type { FieldProps } from '../components/field-props.js';
import { LanguageFields, PlaceFields } from '../components/place-fields.js';
import { TextFields } from '../components/text-fields.js';

function useOpening() {
  const text = useText();
  const go = useNavigate();
  const address = useAddress();
  const [values, setValues] = useState<NetworkValues>(() => emptyValues(text.lang));
  const [attempt, setAttempt] = useState(0);
  /** The code of a network that is there already: opening it again would change nothing. */
  const [taken, setTaken] = useState<string | null>(null);
  const open = useWrite('membership.networks.open');
  const code = values.code.trim();
  const problems = [...wrongIn({ ...values, code }, true), ...(taken === code ? [{ id: 'code', key: 'operation.open.taken' }] : [])];
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (problems.length > 0) return;
    open.mutate(
      { input: { code, ...saidBy(values), demo: values.demo } },
      { onSuccess: ({ opened }) => (opened ? void go(address(`operacion/redes/${code}`)) : setTaken(code)) },
    );
  };
  const change = (part: Partial<NetworkValues>) => setValues({ ...values, ...part });
  const tried = (attempt > 0 || taken !== null) && problems.length > 0;
  const wrong = new Map(tried ? problems.map(({ id, key }) => [id, text(key)]) : []);
  return { values, change, wrong, attempt, send, busy: open.isPending, error: open.error };
}

/** The first part of every address of the network, for good. */
function CodeField({ values, onChange, wrong }: FieldProps) {
  const text = useText();
  return (
    <Ask id="code" label={text('operation.open.code')} help={text('operation.open.codeHelp')} error={wrong.get('code')}>
      {(control) => (
        <input
          className="input medium"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={20}
          {...control}
          value={values.code}
          onChange={({ target }) => onChange({ code: target.value.toLowerCase() })}
        />
      )}
    </Ask>
  );
}

/** An operator opens a network; everything but its code can be said anew afterwards. */
export function Component() {
  const text = useText();
  const { values, change, wrong, attempt, send, busy, error } = useOpening();
  const field: FieldProps = { values, onChange: change, wrong };
  const items = [...wrong].map(([id, said]) => ({ id, text: said }));
  return (
    <div className="form-col is-form">
      <PageTitle title={text('operation.open.title')} of={text('frame.platform')} />
      <form className="form" noValidate onSubmit={send}>
        <p>{text('operation.open.lede')}</p>
        {items.length > 0 && <Summary title={text('settings.wrong.title')} items={items} attempt={attempt} />}
        <CodeField {...field} />
        <LanguageFields {...field} />
        <TextFields {...field} />
        <PlaceFields {...field} />
        <CategoryFields {...field} />
        <AccentField {...field} />
        <div className="ask">
          <label className="option">
            <input type="checkbox" checked={values.demo} onChange={({ target }) => change({ demo: target.checked })} />{' '}
            {text('operation.open.demo')}
          </label>
        </div>
        {error && <Failure error={error} title={text('operation.open.failed')} />}
        <div className="buttons">
          <button className="button" type="submit" disabled={busy}>
            {text('operation.open.send')}
          </button>
        </div>
      </form>
    </div>
  );
}
