import { Ask } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { FieldProps } from './actor-form.js';
import { languages } from './identity-fields.js';

const longest = 1000;

/** What it does in care, in either language. */
export function RoleFields({ values: { original, role }, onChange, wrong }: FieldProps) {
  const text = useText();
  const labels = { es: text('actors.form.roleEs'), en: text('actors.form.roleEn') };
  return languages.map((lang) => (
    <Ask
      key={lang}
      id={`role-${lang}`}
      label={labels[lang]}
      help={lang === original ? text('actors.form.roleHelp') : undefined}
      error={wrong.get(`role-${lang}`)}
      optional
      count={{ used: role[lang].length, limit: longest }}
    >
      {(control) => (
        <textarea
          className="input"
          lang={lang}
          maxLength={longest}
          {...control}
          value={role[lang]}
          onChange={(event) => onChange({ role: { ...role, [lang]: event.target.value } })}
        />
      )}
    </Ask>
  ));
}
