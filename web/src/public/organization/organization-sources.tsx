import type { ShownOrganization } from '@alianza/contracts/membership/organizations';
import { useText } from '../../shared/texts/use-text.js';
import { SourceList } from './source-list.js';

/** Where what is said of it was read; nothing where it says so itself. */
export function OrganizationSources({ sources }: Pick<ShownOrganization, 'sources'>) {
  const text = useText();
  if (sources.length === 0) return null;
  return (
    <section>
      <h2 id="fuentes">{text('organizations.sources', { count: sources.length })}</h2>
      <div>
        <SourceList sources={sources} />
      </div>
    </section>
  );
}
