import { sectors } from '@alianza/contracts/taxonomy';
import { useFormContext } from 'react-hook-form';
import { Ask, type ControlProps } from '../../../shared/forms/ask.js';
import { countriesIn } from '../../../shared/forms/countries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { longest, type ApplicationValues } from '../api/application-fields.js';
import { ConsentsQuestion } from './consents-question.js';
import { LetterQuestion } from './letter-question.js';

type LineField = 'organization' | 'acronym' | 'email' | 'website';

interface Line {
  readonly name: LineField;
  readonly label: string;
  readonly help?: string;
  readonly optional?: boolean;
  readonly type?: 'email' | 'url' | 'text';
  readonly autoComplete?: string;
  readonly short?: boolean;
}

function LineQuestion({ name, label, help, optional, type = 'text', autoComplete = 'off', short = true }: Line) {
  const { register, formState } = useFormContext<ApplicationValues>();
  return (
    <Ask id={name} label={label} help={help} optional={optional} error={formState.errors[name]?.message}>
      {(control) => (
        <input className={short ? 'input medium' : 'input'} type={type} autoComplete={autoComplete} {...control} {...register(name)} />
      )}
    </Ask>
  );
}

function ProseQuestion({ name, label, help }: { name: 'work' | 'motivation'; label: string; help: string }) {
  const { register, watch, formState } = useFormContext<ApplicationValues>();
  const count = { used: watch(name).length, limit: longest[name] };
  return (
    <Ask id={name} label={label} help={help} error={formState.errors[name]?.message} count={count}>
      {(control) => <textarea className="input" {...control} {...register(name)} />}
    </Ask>
  );
}

interface Choice {
  readonly name: 'sector' | 'country';
  readonly label: string;
  readonly options: readonly { readonly code: string; readonly name: string }[];
}

function ChoiceQuestion({ name, label, options }: Choice) {
  const text = useText();
  const { register, formState } = useFormContext<ApplicationValues>();
  const control = (props: ControlProps) => (
    <select className="input medium" {...props} {...register(name)}>
      <option value="">{text('application.choose')}</option>
      {options.map(({ code, name: label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
  return (
    <Ask id={name} label={label} error={formState.errors[name]?.message}>
      {control}
    </Ask>
  );
}

/** All that an application asks, in its order. */
export function ApplicationQuestions() {
  const text = useText();
  const sectorOptions = sectors.map((code) => ({ code, name: text(`taxonomy.sector.${code}`) }));
  return (
    <>
      <LineQuestion
        name="organization"
        label={text('application.organization')}
        help={text('application.organizationHelp')}
        autoComplete="organization"
        short={false}
      />
      <LineQuestion name="acronym" label={text('application.acronym')} optional />
      <LineQuestion name="email" label={text('application.email')} help={text('application.emailHelp')} type="email" autoComplete="email" />
      <ChoiceQuestion name="sector" label={text('application.sector')} options={sectorOptions} />
      <ChoiceQuestion name="country" label={text('application.country')} options={countriesIn(text.lang)} />
      <LineQuestion name="website" label={text('application.website')} optional autoComplete="url" />
      <ProseQuestion name="work" label={text('application.work')} help={text('application.workHelp')} />
      <ProseQuestion name="motivation" label={text('application.motivation')} help={text('application.motivationHelp')} />
      <LetterQuestion />
      <ConsentsQuestion />
    </>
  );
}
