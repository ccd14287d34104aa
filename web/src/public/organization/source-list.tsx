import type { ListedOrganization } from '@alianza/contracts/membership/organizations';

/** Where what is said of an organisation was read. */
export function SourceList({ sources }: Pick<ListedOrganization, 'sources'>) {
  return (
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
  );
}
