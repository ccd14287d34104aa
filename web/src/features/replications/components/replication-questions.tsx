import type { PortalLanguage } from '@alianza/contracts/shapes';
import { useFormContext } from 'react-hook-form';
import { Ask, Count, type ControlProps } from '../../../shared/forms/ask.js';
import { countriesIn } from '../../../shared/forms/countries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { longest, type ReplicationQuestion, type ReplicationValues, type Wrong } from '../api/replication-values.js';

interface Props {
  readonly wrong: Wrong;
}

/** What to say of a question that was not answered as it must be. */
function useError({ wrong }: Props) {
  const text = useText();
  return (name: ReplicationQuestion) => {
    const reason = wrong[name];
    return reason && text(`replications.form.missing.${reason}`);
  };
}

interface LineProps extends Props {
  readonly name: 'place' | 'startYear' | 'endYear' | 'sourceTitle' | 'sourcePublisher' | 'sourceUrl';
  readonly help?: string;
  readonly optional?: boolean;
}

function Line({ name, help, optional = false, wrong }: LineProps) {
  const text = useText();
  const errorOf = useError({ wrong });
  const { register } = useFormContext<ReplicationValues>();
  const isYear = name === 'startYear' || name === 'endYear';
  return (
    <Ask id={name} label={text(`replications.form.${name}`)} help={help} optional={optional} error={errorOf(name)}>
      {(control) => (
        <input
          className={isYear ? 'input short' : 'input'}
          type={name === 'sourceUrl' ? 'url' : 'text'}
          inputMode={isYear ? 'numeric' : undefined}
          maxLength={isYear ? 4 : longest[name]}
          {...control}
          {...register(name)}
        />
      )}
    </Ask>
  );
}

interface Side {
  readonly name: 'adaptation' | 'result';
  readonly lang: PortalLanguage;
  readonly control: ControlProps | { readonly id: string; readonly 'aria-label': string };
  readonly optional?: boolean;
}

function InLanguage({ name, lang, control, optional = false }: Side) {
  const text = useText();
  const { register, watch } = useFormContext<ReplicationValues>();
  const field = `${name}.${lang}` as const;
  return (
    <div>
      <p className="side">
        <span>{text(`frame.language.${lang}`)}</span> {optional && <small>{text('states.form.optional')}</small>}
      </p>
      <textarea className="input" maxLength={longest.prose} lang={lang} {...control} {...register(field)} />
      <Count used={watch(field).length} limit={longest.prose} />
    </div>
  );
}

/** In the language of the page first; the other is for who has it. */
function Prose({ name, wrong }: Props & { name: 'adaptation' | 'result' }) {
  const text = useText();
  const errorOf = useError({ wrong });
  const [first, other] = text.lang === 'en' ? (['en', 'es'] as const) : (['es', 'en'] as const);
  const label = text(`replications.form.${name}`);
  const inOther = { id: `${name}-other`, 'aria-label': `${label}: ${text(`frame.language.${other}`)}` };
  return (
    <Ask id={name} label={label} help={text(`replications.form.${name}Help`)} error={errorOf(name)}>
      {(control) => (
        <div className="translated">
          <InLanguage name={name} lang={first} control={control} />
          <InLanguage name={name} lang={other} control={inOther} optional />
        </div>
      )}
    </Ask>
  );
}

function CountryQuestion({ wrong }: Props) {
  const text = useText();
  const errorOf = useError({ wrong });
  const { register } = useFormContext<ReplicationValues>();
  return (
    <Ask id="country" label={text('replications.form.country')} error={errorOf('country')}>
      {(control) => (
        <select className="input medium" {...control} {...register('country')}>
          <option value="">{text('replications.form.choose')}</option>
          {countriesIn(text.lang).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Ask>
  );
}

/** Where, when, what was changed, what came of it and how one knows. */
export function ReplicationQuestions({ wrong }: Props) {
  const text = useText();
  return (
    <>
      <CountryQuestion wrong={wrong} />
      <Line name="place" help={text('replications.form.placeHelp')} wrong={wrong} />
      <Line name="startYear" wrong={wrong} />
      <Line name="endYear" help={text('replications.form.endYearHelp')} optional wrong={wrong} />
      <Prose name="adaptation" wrong={wrong} />
      <Prose name="result" wrong={wrong} />
      <fieldset className="ask">
        <legend>{text('replications.form.source')}</legend>
        <div className="form">
          <Line name="sourceTitle" wrong={wrong} />
          <Line name="sourcePublisher" optional wrong={wrong} />
          <Line name="sourceUrl" optional wrong={wrong} />
        </div>
      </fieldset>
    </>
  );
}
