import type { ListedOrganization } from '@alianza/contracts/membership/organizations';
import type { Network } from '@alianza/contracts/membership/networks';
import { useText } from '../../shared/texts/use-text.js';
import { useRelation, useWhere } from '../organization/relation.js';
import { SourceList } from '../organization/source-list.js';

function Sources({ sources }: Pick<ListedOrganization, 'sources'>) {
  const text = useText();
  if (sources.length === 0) return null;
  return (
    <details className="sources-of">
      <summary>{text('organizations.sources', { count: sources.length })}</summary>
      <SourceList sources={sources} />
    </details>
  );
}

interface Props {
  readonly organization: ListedOrganization;
  /** Of its network. */
  readonly categories: Network['categories'];
  /** Of its page. */
  readonly href: string;
  /** How many of others' practices it repeated, and where they are listed. */
  readonly repeated: { readonly count: number; readonly href: string } | null;
}

/** One organisation: its name, what it is to the network, what the sources say that it does. */
export function OrganizationEntry({ organization, href, categories, repeated }: Props) {
  const text = useText();
  const { name, acronym, sector, role, slug } = organization;
  const relation = useRelation(organization, categories);
  const where = useWhere(organization);
  return (
    <li className="entry" id={slug}>
      <h3>
        <a href={href}>{name}</a>
        {acronym !== null && !name.includes(acronym) && <small> {acronym}</small>}
      </h3>
      <p className="facts">
        <span>{relation}</span>
        <span>{text(`taxonomy.sector.${sector}`)}</span>
        {where !== null && <span>{where}</span>}
      </p>
      {role !== null && <p>{role}</p>}
      {repeated !== null && (
        <p>
          <a href={repeated.href}>{text('replications.directory', { count: repeated.count })}</a>
        </p>
      )}
      <Sources sources={organization.sources} />
    </li>
  );
}
