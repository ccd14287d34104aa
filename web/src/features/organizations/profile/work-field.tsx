import { languageName } from '../../../shared/format/names.js';
import { Ask } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { longestWork } from '../api/profile-values.js';
import type { FieldProps } from './profile-form.js';

/** What it does in care, first in its own language, then in the other where it wants to. */
export function WorkField({ values, onChange, wrong }: FieldProps) {
  const text = useText();
  const { original, work } = values;
  const sides = original === 'es' ? (['es', 'en'] as const) : (['en', 'es'] as const);
  return sides.map((lang) => (
    <Ask
      key={lang}
      id={`work-${lang}`}
      label={lang === original ? text('members.own.work') : text('members.own.workIn', { language: languageName(text.lang, lang) })}
      help={lang === original ? text('members.own.workHelp') : undefined}
      error={wrong.get(`work-${lang}`)}
      optional
      count={{ used: work[lang].length, limit: longestWork }}
    >
      {(control) => (
        <textarea
          className="input"
          lang={lang}
          maxLength={longestWork}
          {...control}
          value={work[lang]}
          onChange={(event) => onChange({ work: { ...work, [lang]: event.target.value } })}
        />
      )}
    </Ask>
  ));
}
