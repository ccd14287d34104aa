import { useFormContext } from 'react-hook-form';
import { AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { PracticeValues } from '../api/practice-values.js';

/** In which language the practice is written first; the other is its translation. */
export function OriginalChoice() {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  return (
    <AskGroup id="original" legend={text('practiceForm.original')} help={text('practiceForm.originalHelp')}>
      {(['es', 'en'] as const).map((lang) => (
        <label className="option" key={lang} lang={lang}>
          <input type="radio" value={lang} {...register('original')} /> {text(`frame.language.${lang}`)}
        </label>
      ))}
    </AskGroup>
  );
}
