import { useFieldArray, useFormContext } from 'react-hook-form';
import { Ask, AskGroup } from '../../../../shared/forms/ask.js';
import { fieldLabels } from '../../../../shared/practice/practice-fields.js';
import { useText } from '../../../../shared/texts/use-text.js';
import type { PracticeValues } from '../../api/practice-values.js';
import { useWrong } from '../editor-context.js';
import { FieldNotes } from './field-notes.js';
import { wrongInWords } from './field-words.js';

function Source({ index, onRemove }: { index: number; onRemove: () => void }) {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  const parts = [
    ['title', text('practiceForm.source.title')],
    ['publisher', text('practiceForm.source.publisher')],
    ['url', text('practiceForm.source.url')],
  ] as const;
  return (
    <li className="source">
      {parts.map(([part, label]) => (
        <Ask key={part} id={`sources-${index}-${part}`} label={label} optional={part !== 'title'}>
          {(control) => (
            <input className="input" type={part === 'url' ? 'url' : 'text'} {...control} {...register(`sources.${index}.${part}`)} />
          )}
        </Ask>
      ))}
      <button className="link" type="button" onClick={onRemove}>
        {text('practiceForm.source.remove', { number: index + 1 })}
      </button>
    </li>
  );
}

/** Where what the practice says can be looked up. */
export function SourcesField() {
  const text = useText();
  const { control } = useFormContext<PracticeValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'sources' });
  const wrong = useWrong('sources');
  return (
    <AskGroup
      id="sources"
      legend={text(fieldLabels.sources)}
      help={text('practiceForm.help.sources')}
      error={wrong && wrongInWords(text, 'sources', wrong)}
      note={<FieldNotes field="sources" />}
    >
      <ol className="source-list">
        {fields.map(({ id }, index) => (
          <Source key={id} index={index} onRemove={() => remove(index)} />
        ))}
      </ol>
      <button className="button second" type="button" onClick={() => append({ title: '', url: '', publisher: '' })}>
        {text('practiceForm.source.add')}
      </button>
    </AskGroup>
  );
}
