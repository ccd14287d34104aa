import { useRef } from 'react';
import { languageName } from '../../../shared/format/names.js';
import { Ask } from '../../../shared/forms/ask.js';
import { Cross } from '../../../shared/parts/cross.js';
import { useText } from '../../../shared/texts/use-text.js';
import { mostLanguages } from '../api/profile-values.js';
import type { FieldProps } from './profile-form.js';

/** Languages in which organisations of these networks work. */
const offered =
  'es en pt fr ar zh hi sw ru de it ca eu gl nl sv ja ko qu ay gn arn nah yua tzo tzh quc cak cab sgn tr bn ur id vi th fa he uk pl ro el hu cs fi da no am ha yo zu xh'.split(
    ' ',
  );

/** Those that were chosen, each with a cross. */
function Chosen({ languages, onRemove }: { languages: readonly string[]; onRemove: (code: string) => void }) {
  const text = useText();
  if (languages.length === 0) return null;
  return (
    <ul className="chips">
      {languages.map((code) => {
        const language = languageName(text.lang, code);
        return (
          <li key={code}>
            <button type="button" onClick={() => onRemove(code)} aria-label={text('members.own.languageRemove', { language })}>
              {language} <Cross />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Several of a long list: choosing one adds it, its cross takes it away. */
export function LanguagesField({ values, onChange }: FieldProps) {
  const text = useText();
  const select = useRef<HTMLSelectElement>(null);
  const { compare } = new Intl.Collator(text.lang);
  const nameOf = (code: string) => languageName(text.lang, code);
  const options = offered
    .filter((code) => !values.languages.includes(code))
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((one, other) => compare(one.name, other.name));
  const remove = (code: string) => {
    onChange({ languages: values.languages.filter((one) => one !== code) });
    select.current?.focus();
  };
  return (
    <Ask id="languages" label={text('members.own.languages')} help={text('members.own.languagesHelp')} optional>
      {(control) => (
        <>
          <Chosen languages={values.languages} onRemove={remove} />
          <select
            className="input medium"
            {...control}
            ref={select}
            value=""
            disabled={values.languages.length >= mostLanguages}
            onChange={(event) => onChange({ languages: [...values.languages, event.target.value] })}
          >
            <option value="">{text('members.own.languageAdd')}</option>
            {options.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
    </Ask>
  );
}
