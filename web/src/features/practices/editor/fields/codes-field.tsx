import { useRef } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { countryName, languageName } from '../../../../shared/format/names.js';
import { Ask } from '../../../../shared/forms/ask.js';
import { countriesIn } from '../../../../shared/forms/countries.js';
import { Cross } from '../../../../shared/parts/cross.js';
import { fieldLabels } from '../../../../shared/practice/practice-fields.js';
import { useText } from '../../../../shared/texts/use-text.js';
import type { PracticeValues } from '../../api/practice-values.js';
import { FieldNotes } from './field-notes.js';

/** Languages in which sources of these networks are written; `mul` stands for several. */
const sourceLanguages = ['es', 'en', 'pt', 'fr', 'de', 'it', 'ca', 'eu', 'gl', 'nl', 'sv', 'sw', 'ar', 'zh', 'ja', 'ko', 'hi', 'mul'];

function useOptions(field: 'countries' | 'sourceLanguages') {
  const { lang } = useText();
  if (field === 'countries') return { options: countriesIn(lang), nameOf: (code: string) => countryName(lang, code) };
  const nameOf = (code: string) => languageName(lang, code);
  const { compare } = new Intl.Collator(lang);
  const options = sourceLanguages.map((code) => ({ code, name: nameOf(code) })).sort((one, other) => compare(one.name, other.name));
  return { options, nameOf };
}

/** Several of a long list: choosing one adds it, its cross takes it away. */
export function CodesField({ field }: { field: 'countries' | 'sourceLanguages' }) {
  const text = useText();
  const select = useRef<HTMLSelectElement>(null);
  const { control: form } = useFormContext<PracticeValues>();
  const { field: chosen } = useController({ control: form, name: field });
  const { options, nameOf } = useOptions(field);
  const remove = (code: string) => {
    chosen.onChange(chosen.value.filter((one) => one !== code));
    select.current?.focus();
  };
  return (
    <Ask id={field} label={text(fieldLabels[field])} note={<FieldNotes field={field} />}>
      {(control) => (
        <>
          {chosen.value.length > 0 && (
            <ul className="chips">
              {chosen.value.map((code) => (
                <li key={code}>
                  <button type="button" onClick={() => remove(code)}>
                    {nameOf(code)} <Cross />
                    <span className="sr">{text('practiceForm.remove')}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          <select
            className="input medium"
            {...control}
            ref={select}
            value=""
            onChange={(event) => chosen.onChange([...chosen.value, event.target.value])}
          >
            <option value="">{text('practiceForm.add')}</option>
            {options
              .filter(({ code }) => !chosen.value.includes(code))
              .map(({ code, name }) => (
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
