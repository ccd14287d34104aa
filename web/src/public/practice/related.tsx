import type { RelatedPractice } from '@alianza/contracts/repository/publication/related';
import { PracticeResult } from '../../shared/parts/practice-result.js';
import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit } from '../visit.js';

/** Records about the same; nothing where there are none. */
export function Related({ related, visit }: { related: readonly RelatedPractice[]; visit: NetworkVisit }) {
  const text = useText();
  if (related.length === 0) return null;
  return (
    <section className="related">
      <h2>{text('practice.section.related')}</h2>
      <div>
        <ul className="results">
          {related.map((practice) => (
            <PracticeResult
              key={practice.slug}
              practice={{ ...practice, highlights: [] }}
              href={visit.addressOf(`practicas/${practice.slug}`)}
              level={3}
            />
          ))}
        </ul>
      </div>
    </section>
  );
}
