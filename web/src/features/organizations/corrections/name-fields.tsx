import { Ask } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { CorrectionProps } from './correction-form.js';

const languages = ['es', 'en'] as const;

/** What it is called in each language, and its acronym. */
export function NameFields({ values, onChange, wrong }: CorrectionProps) {
  const text = useText();
  const { nameOriginal, name, acronym } = values;
  const labels = { es: text('members.correct.nameEs'), en: text('members.correct.nameEn') };
  const ordered = nameOriginal === 'es' ? languages : languages.toReversed();
  return (
    <>
      {ordered.map((lang) => (
        <Ask
          key={lang}
          id={`name-${lang}`}
          label={labels[lang]}
          help={lang === nameOriginal ? text('members.correct.nameHelp') : undefined}
          optional={lang !== nameOriginal}
          error={wrong.get(`name-${lang}`)}
        >
          {(control) => (
            <input
              className="input"
              lang={lang}
              maxLength={250}
              {...control}
              value={name[lang]}
              onChange={(event) => onChange({ name: { ...name, [lang]: event.target.value } })}
            />
          )}
        </Ask>
      ))}
      <Ask id="acronym" label={text('members.correct.acronym')} optional>
        {(control) => (
          <input
            className="input medium"
            maxLength={30}
            {...control}
            value={acronym}
            onChange={(event) => onChange({ acronym: event.target.value })}
          />
        )}
      </Ask>
      <label className="option">
        <input type="checkbox" checked={values.wasCalled} onChange={({ target }) => onChange({ wasCalled: target.checked })} />{' '}
        {text('members.correct.wasCalled')}
      </label>
    </>
  );
}
