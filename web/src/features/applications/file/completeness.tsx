import type { Application } from '@alianza/contracts/membership/applications';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { useText } from '../../../shared/texts/use-text.js';

const said = (met: boolean | null): { kind: StateKind; as: string } => {
  if (met === null) return { kind: 'still', as: 'unknown' };
  return met ? { kind: 'done', as: 'met' } : { kind: 'open', as: 'unmet' };
};

/** What the application has and what it lacks, before anybody decides. */
export function Completeness({ completeness }: Pick<Application, 'completeness'>) {
  const text = useText();
  const missing = completeness.filter(({ met }) => met === false).length;
  return (
    <section>
      <h3>{text('secretariat.completeness.title')}</h3>
      <p className="quiet-text">{text('secretariat.completeness.lead', { missing })}</p>
      <ul className="problems">
        {completeness
          .map(({ item, met }) => ({ item, ...said(met) }))
          .map(({ item, kind, as }) => (
            <li key={item}>
              <State kind={kind}>{text(`secretariat.completeness.${item}.${as}`)}</State>
            </li>
          ))}
      </ul>
    </section>
  );
}
