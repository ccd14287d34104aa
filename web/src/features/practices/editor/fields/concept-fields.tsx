import { fiveRs } from '@alianza/contracts/taxonomy';
import { useFormContext } from 'react-hook-form';
import { Ask, AskGroup } from '../../../../shared/forms/ask.js';
import { FiveRs } from '../../../../shared/mark/five-rs.js';
import { fieldLabels } from '../../../../shared/practice/practice-fields.js';
import { useConcepts } from '../../../../shared/taxonomy/concepts.js';
import { useText } from '../../../../shared/texts/use-text.js';
import type { PracticeValues } from '../../api/practice-values.js';
import { useEditing, useWrong } from '../editor-context.js';
import { FieldNotes } from './field-notes.js';
import { fieldHelp, wrongInWords } from './field-words.js';

const schemeOf = { populations: 'population', priorityAreas: 'priorityArea' } as const;

/** What the network does not offer any more can be kept or taken away. */
function NoLonger() {
  const text = useText();
  return <small className="minor"> ({text('practiceForm.noLonger')})</small>;
}

/** Any number of the concepts that the network offers; a scheme without any is not asked for. */
export function ConceptsField({ field }: { field: 'populations' | 'priorityAreas' }) {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  const { practice } = useEditing();
  const wrong = useWrong(field);
  const concepts = useConcepts(schemeOf[field], practice.content[field] ?? []);
  const help = fieldHelp[field];
  if (concepts.length === 0) return null;
  return (
    <AskGroup
      id={field}
      legend={text(fieldLabels[field])}
      help={help && text(help)}
      error={wrong && wrongInWords(text, field, wrong)}
      note={<FieldNotes field={field} />}
    >
      <div className="columns">
        {concepts.map(({ id, label, offered }) => (
          <label className="option" key={id}>
            <input type="checkbox" value={id} {...register(field)} />
            <span>
              {label}
              {!offered && <NoLonger />}
            </span>
          </label>
        ))}
      </div>
    </AskGroup>
  );
}

/** Which of the five Rs the practice touches, named as the network names them. */
export function FiveRsField() {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  const { practice } = useEditing();
  const concepts = useConcepts('fiveR', practice.content.fiveRs);
  return (
    <AskGroup id="fiveRs" legend={text(fieldLabels.fiveRs)} help={text('practiceForm.help.fiveRs')} note={<FieldNotes field="fiveRs" />}>
      {concepts.map(({ id, label, offered }) => (
        <label className="option" key={id}>
          <input type="checkbox" value={id} {...register('fiveRs')} />
          <FiveRs touched={fiveRs.filter((code) => code === id)} />
          <span>
            <b>{label}</b> {text(`taxonomy.fiveRMeaning.${id}`)}
            {!offered && <NoLonger />}
          </span>
        </label>
      ))}
    </AskGroup>
  );
}

/** One of the concepts that the network offers, or not said. */
export function ConceptField({ field }: { field: 'sector' | 'level' }) {
  const text = useText();
  const { register, watch } = useFormContext<PracticeValues>();
  const { practice } = useEditing();
  const concepts = useConcepts(field, [practice.content[field] ?? '']);
  const chosen = watch(field);
  return (
    <Ask id={field} label={text(fieldLabels[field])} note={<FieldNotes field={field} />}>
      {(control) => (
        // made anew when the concepts are there: a browser drops a choice that is not among the options
        <select key={concepts.length} className="input medium" {...control} {...register(field)} defaultValue={chosen}>
          <option value="">{text('practiceForm.unsaid')}</option>
          {concepts.map(({ id, label, offered }) => (
            <option key={id} value={id}>
              {offered ? label : `${label} (${text('practiceForm.noLonger')})`}
            </option>
          ))}
        </select>
      )}
    </Ask>
  );
}
