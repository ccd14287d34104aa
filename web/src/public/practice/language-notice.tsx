import { languageName } from '../../shared/format/names.js';
import { useText } from '../../shared/texts/use-text.js';
import type { PracticeProps } from './practice-page.js';

/** Says which language the reader will meet, where a record is not translated. */
export function LanguageNotice({ practice }: Pick<PracticeProps, 'practice'>) {
  const text = useText();
  const foreign = [...new Set(Object.values(practice.languages))];
  const [first] = foreign;
  if (first === undefined) return null;
  const isWhole = 'title' in practice.languages && 'summary' in practice.languages;
  return (
    <p className="notice">
      {text(isWhole ? 'practice.language.all' : 'practice.language.some', { language: languageName(text.lang, first) })}
    </p>
  );
}
