import type { ShownOrganization } from '@alianza/contracts/membership/organizations';
import type { Output } from '../../shared/api/call.js';
import { useText } from '../../shared/texts/use-text.js';
import { notFoundPage } from '../not-found/not-found-page.js';
import { isMissing, type NetworkVisit, type Page } from '../visit.js';
import { organizationAddress } from './address.js';
import { organizationData } from './organization-data.js';
import { Logo, OwnLinks, OwnWork } from './own-words.js';
import { Initiatives } from './initiatives.js';
import { OrganizationFacts } from './organization-facts.js';
import { OrganizationReplications, Records, type Register } from './organization-records.js';
import { OrganizationSources } from './organization-sources.js';
import { useRelation, useWhere } from './relation.js';

export interface OrganizationProps {
  readonly organization: ShownOrganization;
  readonly visit: NetworkVisit;
}

interface Props extends OrganizationProps {
  readonly records: Output<'repository.practices.of-organization'>;
  /** What it repeated, and what others repeated of it; null where that could not be asked. */
  readonly made: Register | null;
  readonly confirmed: Register | null;
}

function Head({ organization, visit }: OrganizationProps) {
  const text = useText();
  const { name, role, sector } = organization;
  const where = useWhere(organization);
  return (
    <>
      <nav className="crumbs" aria-label={text('frame.crumbs')}>
        <a href={visit.addressOf('organizaciones')}>{text('organizations.title')}</a>
      </nav>
      <header className="title-block">
        <div>
          <p className="kicker">{useRelation(organization, visit.network.categories)}</p>
          <h1>{name}</h1>
          {role !== null && <p className="lede">{role}</p>}
          <p className="facts">
            <span>{text(`taxonomy.sector.${sector}`)}</span>
            {where !== null && <span>{where}</span>}
          </p>
        </div>
      </header>
    </>
  );
}

function NothingYet({ visit }: Pick<OrganizationProps, 'visit'>) {
  const text = useText();
  return (
    <section>
      <h2>{text('organizations.records.title')}</h2>
      <div>
        <p className="missing">{text('organizations.records.none')}</p>
        <p>
          <a href={visit.addressOf('practicas')}>{text('notFound.search')}</a>
        </p>
      </div>
    </section>
  );
}

function Organization({ records, made, confirmed, ...props }: Props) {
  const text = useText();
  const { organization, visit } = props;
  const isBare = records.own.total + records.naming.total + (made?.total ?? 0) === 0;
  const registerHref = `${visit.addressOf('replicas')}?organizacion=${organization.id}`;
  return (
    <>
      <Head {...props} />
      <div className="reading">
        <article className="article">
          {organization.kind === 'actor' && <p className="notice">{text('organizations.actorNote', { network: visit.network.name })}</p>}
          <OwnWork work={organization.work} />
          <Initiatives initiatives={organization.initiatives} />
          {isBare && <NothingYet visit={visit} />}
          <Records {...props} records={records.own} title={text('organizations.records.own')} />
          <OrganizationReplications
            register={made}
            visit={visit}
            title={text('organizations.records.made')}
            by={false}
            allHref={registerHref}
          />
          <OrganizationReplications register={confirmed} visit={visit} title={text('organizations.records.confirmed')} by />
          <Records {...props} records={records.naming} title={text('organizations.records.naming')} />
          <OrganizationSources sources={organization.sources} />
        </article>
        <aside className="panel" aria-label={text('organizations.facts')}>
          <Logo organization={organization} visit={visit} />
          <h2>{text('organizations.facts')}</h2>
          <OrganizationFacts {...props} />
          <OwnLinks links={organization.links} />
        </aside>
      </div>
    </>
  );
}

const permanently = 308;
const shownRecords = 6;
const shownReplications = 5;
const noRecords = { own: { total: 0, items: [] }, naming: { total: 0, items: [] } };

/** What it did stands beside who it is: it never keeps that from being read. */
async function deedsOf(visit: NetworkVisit, { id, names }: ShownOrganization): Promise<Pick<Props, 'records' | 'made' | 'confirmed'>> {
  const replications = (asked: { organization: string } | { origin: string }) =>
    visit.ask('repository.replications.list', { ...asked, limit: shownReplications }).catch(() => null);
  const [records, made, confirmed] = await Promise.all([
    visit.ask('repository.practices.of-organization', { id, name: names, limit: shownRecords }).catch(() => noRecords),
    replications({ organization: id }),
    replications({ origin: id }),
  ]);
  return { records, made, confirmed };
}

/** `/{network}/organizaciones/{slug}`: one organisation, its records and replications. Its id leads there too. */
export async function organizationPage(visit: NetworkVisit, key: string): Promise<Page> {
  const organization = await visit.ask('membership.organizations.get', { key }).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (organization === null) return notFoundPage(visit, visit, 'organization');
  const page = { title: organization.name, indexed: true, kind: 'website', section: 'organizations' } as const;
  const { text, network } = visit;
  if (key !== organization.slug)
    return { ...page, status: permanently, description: '', movedTo: organizationAddress(visit, organization.slug), main: null };
  const deeds = await deedsOf(visit, organization);
  return {
    ...page,
    status: 200,
    description: organization.role ?? text('organizations.of', { name: organization.name, network: network.name }),
    data: organizationData(organization, visit),
    main: <Organization organization={organization} visit={visit} {...deeds} />,
  };
}
