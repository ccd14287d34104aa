import { evidenceLevels, fiveRs, levels, practiceTypes } from '@alianza/contracts/taxonomy';
import { licenceName, recordLicences, type RecordLicence } from '@alianza/contracts/repository/publication/licences';
import { useFormContext } from 'react-hook-form';
import { Ask, AskGroup } from '../../../../shared/forms/ask.js';
import { FiveRs } from '../../../../shared/mark/five-rs.js';
import { fieldLabels } from '../../../../shared/practice/practice-fields.js';
import { useText } from '../../../../shared/texts/use-text.js';
import type { PracticeValues } from '../../api/practice-values.js';
import { useWrong } from '../editor-context.js';
import { FieldNotes } from './field-notes.js';
import { fieldHelp, wrongInWords } from './field-words.js';

const options = { type: practiceTypes, level: levels };
const labelled = { type: 'practiceType', level: 'level' };

/** One of a closed list. */
export function SelectField({ field }: { field: 'type' | 'level' }) {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  return (
    <Ask id={field} label={text(fieldLabels[field])} note={<FieldNotes field={field} />}>
      {(control) => (
        <select className="input medium" {...control} {...register(field)}>
          {field !== 'type' && <option value="">{text('practiceForm.unsaid')}</option>}
          {options[field].map((code) => (
            <option key={code} value={code}>
              {text(`taxonomy.${labelled[field]}.${code}`)}
            </option>
          ))}
        </select>
      )}
    </Ask>
  );
}

/** Which of the five Rs the practice touches. */
export function FiveRsField() {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  return (
    <AskGroup id="fiveRs" legend={text(fieldLabels.fiveRs)} help={text('practiceForm.help.fiveRs')} note={<FieldNotes field="fiveRs" />}>
      {fiveRs.map((code) => (
        <label className="option" key={code}>
          <input type="checkbox" value={code} {...register('fiveRs')} />
          <FiveRs touched={[code]} />
          <span>
            <b>{text(`taxonomy.fiveR.${code}`)}</b> {text(`taxonomy.fiveRMeaning.${code}`)}
          </span>
        </label>
      ))}
    </AskGroup>
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
      {(control) =>
        lines ? (
          <textarea className="input" {...control} {...register(field)} />
        ) : (
          <input className={year ? 'input short' : 'input'} inputMode={year ? 'numeric' : undefined} {...control} {...register(field)} />
        )
      }
    </Ask>
  );
}
