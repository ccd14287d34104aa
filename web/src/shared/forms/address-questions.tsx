import type { FieldError, UseFormRegisterReturn } from 'react-hook-form';
import { useText } from '../texts/use-text.js';
import { Ask } from './ask.js';

interface Props {
  readonly email: UseFormRegisterReturn;
  readonly language: UseFormRegisterReturn;
  readonly error: FieldError | undefined;
}

/** Where a mail goes, and in which language it speaks. */
export function AddressQuestions({ email, language, error }: Props) {
  const text = useText();
  return (
    <>
      <Ask id="invited-email" label={text('people.invite.email')} error={error?.message}>
        {(control) => <input className="input" type="email" autoComplete="off" maxLength={254} {...control} {...email} />}
      </Ask>
      <Ask id="invited-language" label={text('people.invite.language')}>
        {(control) => (
          <select className="input medium" {...control} {...language}>
            <option value="es">{text('frame.language.es')}</option>
            <option value="en">{text('frame.language.en')}</option>
          </select>
        )}
      </Ask>
    </>
  );
}
