import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { fieldLabels, practiceSections, type PracticeField } from '../../../shared/practice/practice-fields.js';
import { useText } from '../../../shared/texts/use-text.js';
import { FilledMeter } from '../components/filled-meter.js';
import { leadToField } from './lead-to-field.js';
import { Translations } from './translations.js';

const fields = practiceSections.flatMap((section) => section.fields);

/** The fields that are still needed, in the order of the form, each leading to its place. */
export function MissingFields({ missing }: { missing: readonly PracticeField[] }) {
  const text = useText();
  return (
    <ul className="missing-fields">
      {fields
        .filter((field) => missing.includes(field))
        .map((field) => (
          <li key={field}>
            <button className="link" type="button" onClick={() => leadToField(field)}>
              {text(fieldLabels[field])}
            </button>
          </li>
        ))}
    </ul>
  );
}

/** How much of the record is filled, and what is needed before it can be submitted. */
export function Completeness({ practice }: { practice: EditablePractice }) {
  const text = useText();
  const { missing } = practice;
  return (
    <aside className="panel completeness" aria-labelledby="completeness">
      <h2 id="completeness">{text('practiceForm.completeness.title')}</h2>
      <section>
        <FilledMeter content={practice.content} />
      </section>
      <section aria-live="polite">
        <h3>{text('practiceForm.completeness.missing', { count: missing.length })}</h3>
        <MissingFields missing={missing} />
      </section>
      <Translations practice={practice} />
    </aside>
  );
}
