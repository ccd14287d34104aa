import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { fieldLabels, isFilled, practiceSections, shownOf, type PracticeField } from '../../../shared/practice/practice-fields.js';
import { useText } from '../../../shared/texts/use-text.js';
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
  const counted = shownOf(practice.content, fields);
  const filled = counted.filter((field) => isFilled(practice.content, field)).length;
  const { missing } = practice;
  return (
    <aside className="panel completeness" aria-labelledby="completeness">
      <h2 id="completeness">{text('practiceForm.completeness.title')}</h2>
      <section>
        <progress className="progress" value={filled} max={counted.length} aria-label={text('practiceForm.completeness.title')} />
        <p>{text('practiceForm.completeness.filled', { filled, total: counted.length })}</p>
      </section>
      <section aria-live="polite">
        <h3>{text('practiceForm.completeness.missing', { count: missing.length })}</h3>
        <MissingFields missing={missing} />
      </section>
      <Translations practice={practice} />
    </aside>
  );
}
