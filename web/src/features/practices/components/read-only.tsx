import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { FilledMeter } from './filled-meter.js';
import { UseByMonth } from './months.js';
import { PageTitle } from '../../../shared/page/page.js';
import { FieldValue } from '../../../shared/practice/field-value.js';
import { read } from '../../../shared/practice/localized.js';
import { fieldLabels, sectionsOf, shownOf } from '../../../shared/practice/practice-fields.js';
import { OnBehalf } from '../../../shared/practice/on-behalf.js';
import { PracticeState } from '../../../shared/practice/practice-state.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { Standing } from './standing.js';

/** A practice that cannot be changed now, because it is being reviewed, is public, or has come to its end. */
export function ReadOnly({ practice }: { practice: EditablePractice }) {
  const text = useText();
  const { name } = useNetwork();
  const sections = sectionsOf(shownOf(practice.content));
  return (
    <>
      <div className="intro">
        <p className="kicker">{practice.organization?.name ?? name}</p>
        <PageTitle title={read(practice.content.title, text.lang).text} of={name} />
        <PracticeState of={practice} />
        <OnBehalf practice={practice} />
        <FilledMeter content={practice.content} />
        <Standing practice={practice} />
      </div>
      {practice.slug !== null && <UseByMonth id={practice.id} />}
      {sections.map(({ id, title, fields }) => (
        <section className="part" key={id} aria-labelledby={`section-${id}`}>
          <header>
            <h2 id={`section-${id}`}>{text(title)}</h2>
          </header>
          <div className="values">
            {fields.map((field) => (
              <div key={field}>
                <h3>{text(fieldLabels[field])}</h3>
                <FieldValue content={practice.content} field={field} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
