import type { ShownOrganization } from '@alianza/contracts/membership/organizations';
import { useText } from '../../shared/texts/use-text.js';

/** What an actor of the map takes part in, and where that was read. */
export function Initiatives({ initiatives }: Pick<ShownOrganization, 'initiatives'>) {
  const text = useText();
  if (initiatives.length === 0) return null;
  return (
    <section>
      <h2>{text('organizations.initiatives')}</h2>
      <ul>
        {initiatives.map(({ title, year, url, source }) => (
          <li key={`${title} ${String(year)}`}>
            {url === null ? (
              title
            ) : (
              <a href={url} rel="noopener nofollow">
                {title}
              </a>
            )}
            {year !== null && ` (${String(year)})`}
            {source !== null && <p className="quiet-text">{text('organizations.initiativeFrom', { source })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
