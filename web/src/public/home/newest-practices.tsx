import type { SearchResult } from '@alianza/contracts/repository/search';
import { PracticeResult } from '../../shared/parts/practice-result.js';
import { Void } from '../../shared/parts/void.js';
import { useText } from '../../shared/texts/use-text.js';

interface Props {
  readonly newest: SearchResult;
  /** Records of the network, whatever their kind. */
  readonly all: Pick<SearchResult, 'total' | 'totalIsLowerBound'>;
  readonly practicesHref: string;
  /** Confirmed replications: how many, and where they are read. */
  readonly repeated: { readonly total: number; readonly href: string };
}

export function NewestPractices({ newest, all, practicesHref, repeated }: Props) {
  const text = useText();
  const { items } = newest;
  return (
    <section className="part" aria-labelledby="nuevas">
      <header>
        <h2 id="nuevas">{text('home.newest')}</h2>
        {all.total > 0 && (
          <p>
            {text('home.newestNote')}{' '}
            <a href={practicesHref}>{text(all.totalIsLowerBound ? 'home.allAtLeast' : 'home.all', { count: all.total })}</a>
          </p>
        )}
        {repeated.total > 0 && (
          <p>
            {text('home.repeatedNote')} <a href={repeated.href}>{text('home.repeated', { count: repeated.total })}</a>
          </p>
        )}
      </header>
      {items.length === 0 ? (
        <Void title={text('home.empty')} level={3}>
          <p>{text('home.emptyText')}</p>
        </Void>
      ) : (
        <ul className="results">
          {items.map((practice) => (
            <PracticeResult key={practice.slug} practice={practice} href={`${practicesHref}/${practice.slug}`} level={3} />
          ))}
        </ul>
      )}
    </section>
  );
}
