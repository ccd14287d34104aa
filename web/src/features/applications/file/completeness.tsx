import type { Application } from '@alianza/contracts/membership/applications';
import { State } from '../../../shared/parts/state.js';
import { useText } from '../../../shared/texts/use-text.js';

/** What the application has and what it lacks, before anybody decides. */
export function Completeness({ completeness }: Pick<Application, 'completeness'>) {
  const text = useText();
  const missing = completeness.filter(({ met }) => !met).length;
  return (
    <section>
      <h3>{text('secretariat.completeness.title')}</h3>
      <p className="quiet-text">{text('secretariat.completeness.lead', { missing })}</p>
      <ul className="problems">
        {completeness.map(({ item, met }) => (
          <li key={item}>
            <State kind={met ? 'done' : 'open'}>{text(`secretariat.completeness.${item}.${met ? 'met' : 'unmet'}`)}</State>
          </li>
        ))}
      </ul>
    </section>
  );
}
