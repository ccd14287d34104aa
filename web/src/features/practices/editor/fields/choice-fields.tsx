import { evidenceLevels, practiceTypes } from '@alianza/contracts/taxonomy';
import { licenceName, recordLicences, type RecordLicence } from '@alianza/contracts/repository/publication/licences';
import { useFormContext, useWatch } from 'react-hook-form';
import { Ask, AskGroup } from '../../../../shared/forms/ask.js';
import { sdgTargetName } from '../../../../shared/format/names.js';
import { fieldLabels } from '../../../../shared/practice/practice-fields.js';
import { useText } from '../../../../shared/texts/use-text.js';
import { targetsIn, type PracticeValues } from '../../api/practice-values.js';
import { useWrong } from '../editor-context.js';
import { FieldNotes } from './field-notes.js';
import { fieldHelp, wrongInWords } from './field-words.js';

/** One of a closed list. */
export function TypeField() {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  return (
    <Ask id="type" label={text(fieldLabels.type)} note={<FieldNotes field="type" />}>
      {(control) => (
        <select className="input medium" {...control} {...register('type')}>
          {practiceTypes.map((code) => (
            <option key={code} value={code}>
              {text(`taxonomy.practiceType.${code}`)}
            </option>
          ))}
        </select>
      )}
    </Ask>
  );
}

/** One of four steps, or not said. */
export function EvidenceField() {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  return (
    <AskGroup
      id="evidence"
      legend={text(fieldLabels.evidence)}
      help={text('practiceForm.help.evidence')}
      note={<FieldNotes field="evidence" />}
    >
      {evidenceLevels.map((code) => (
        <label className="option" key={code}>
          <input type="radio" value={code} {...register('evidence')} />
          <span>
            <b>{text(`taxonomy.evidence.${code}`)}:</b> {text(evidenceMeaning[code])}
          </span>
        </label>
      ))}
      <label className="option">
        <input type="radio" value="" {...register('evidence')} /> {text('practiceForm.unsaid')}
      </label>
    </AskGroup>
  );
}

const evidenceMeaning = {
  testimony: 'practiceForm.evidence.testimony',
  'own-data': 'practiceForm.evidence.ownData',
  'external-evaluation': 'practiceForm.evidence.external',
  'controlled-trial': 'practiceForm.evidence.trial',
};

/** What whoever reads the record may do with it. */
export function LicenceField() {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  return (
    <AskGroup
      id="licence"
      legend={text(fieldLabels.licence)}
      help={text('practiceForm.help.licence')}
      note={<FieldNotes field="licence" />}
    >
      {recordLicences.map((code) => (
        <label className="option" key={code}>
          <input type="radio" value={code} {...register('licence')} />
          <span>
            <b>{licenceName(code)}:</b> {text(licenceMeaning[code])}
          </span>
        </label>
      ))}
    </AskGroup>
  );
}

const licenceMeaning: Readonly<Record<RecordLicence, string>> = {
  'CC-BY-4.0': 'practiceForm.licence.by',
  'CC-BY-SA-4.0': 'practiceForm.licence.bySa',
  'CC-BY-NC-4.0': 'practiceForm.licence.byNc',
  'CC0-1.0': 'practiceForm.licence.zero',
};

/** What the numbers stand for, while they are typed. */
function NamedTargets() {
  const text = useText();
  const typed = useWatch<PracticeValues, 'sdgTargets'>({ name: 'sdgTargets' });
  const named = targetsIn(typed);
  return <p aria-live="polite">{named.map((code) => sdgTargetName(text, code)).join('; ')}</p>;
}

/** What is typed on one line, or one per line. */
export function LineField({
  field,
  lines = false,
}: {
  field: 'place' | 'startYear' | 'endYear' | 'organizations' | 'sdgTargets';
  lines?: boolean;
}) {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  const wrong = useWrong(field);
  const help = fieldHelp[field];
  const year = field === 'startYear' || field === 'endYear';
  return (
    <Ask
      id={field}
      label={text(fieldLabels[field])}
      help={help && text(help)}
      error={wrong && wrongInWords(text, field, wrong)}
      note={<FieldNotes field={field} />}
    >
      {(control) => (
        <>
          {lines ? (
            <textarea className="input" {...control} {...register(field)} />
          ) : (
            <input className={year ? 'input short' : 'input'} inputMode={year ? 'numeric' : undefined} {...control} {...register(field)} />
          )}
          {field === 'sdgTargets' && <NamedTargets />}
        </>
      )}
    </Ask>
  );
}
