import type { SearchResult } from '@alianza/contracts/repository/search';
import { PracticeResult } from '../../shared/parts/practice-result.js';
import { Void } from '../../shared/parts/void.js';
import { useText } from '../../shared/texts/use-text.js';

export function NewestPractices({ found, practicesHref }: { found: SearchResult; practicesHref: string }) {
  const text = useText();
  const { items, total } = found;
  return (
    <section className="part" aria-labelledby="nuevas">
      <header>
        <h2 id="nuevas">{text('home.newest')}</h2>
        {total > 0 && (
          <p>
            {text('home.newestNote')} <a href={practicesHref}>{text('home.all', { count: total })}</a>
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
