import type { ShownOrganization } from '@alianza/contracts/membership/organizations';
import { useText } from '../../shared/texts/use-text.js';

/** Where what is said of it was read; nothing where it says so itself. */
export function OrganizationSources({ sources }: Pick<ShownOrganization, 'sources'>) {
  const text = useText();
  if (sources.length === 0) return null;
  return (
    <section>
      <h2 id="fuentes">{text('organizations.sources', { count: sources.length })}</h2>
      <div>
        <ol className="sources">
          {sources.map(({ title, url }) => (
            <li key={`${title} ${url ?? ''}`}>
              {url === null ? (
                <cite>{title}</cite>
              ) : (
                <a href={url} rel="noopener">
                  {title}
                </a>
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
