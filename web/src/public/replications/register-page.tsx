import type { PublishedReplication } from '@alianza/contracts/repository/replications';
import type { Output } from '../../shared/api/call.js';
import { numberIn } from '../../shared/format/numbers.js';
import { Void } from '../../shared/parts/void.js';
import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit, Page } from '../visit.js';
import { ReplicaWords, WhereAndWhen } from './replica.js';

const pageSize = 20;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const slug = /^[a-z0-9-]{1,120}$/;

interface Query {
  readonly organization: string | null;
  readonly practice: string | null;
  readonly cursor: string | null;
}
interface Props {
  readonly visit: NetworkVisit;
  readonly query: Query;
  readonly register: Output<'repository.replications.list'>;
}

const only = (value: string | null, shape: RegExp) => (value !== null && shape.test(value) ? value : null);

/** What the address asks for; what cannot be meant is left out. */
const readQuery = (query: URLSearchParams): Query => ({
  organization: only(query.get('organizacion'), uuid),
  practice: only(query.get('practica'), slug),
  cursor: query.get('cursor'),
});

function writeQuery({ organization = null, practice = null, cursor = null }: Partial<Query>): string {
  const written = new URLSearchParams();
  if (organization !== null) written.set('organizacion', organization);
  if (practice !== null) written.set('practica', practice);
  if (cursor !== null) written.set('cursor', cursor);
  return written.size === 0 ? '' : `?${written.toString()}`;
}

const useTo =
  ({ visit }: Props) =>
  (query: Partial<Query>) =>
    visit.addressOf('replicas') + writeQuery(query);

function Entry({ replication, visit }: { replication: PublishedReplication; visit: NetworkVisit }) {
  const { practice, organization, languages } = replication;
  return (
    <li className="entry">
      <h3 lang={languages.title}>
        <a href={visit.addressOf(`practicas/${practice.slug}`)}>{practice.title}</a>
      </h3>
      <p className="facts">
        <span>{organization.name}</span>
        <span>
          <WhereAndWhen replication={replication} />
        </span>
      </p>
      <ReplicaWords replication={replication} />
    </li>
  );
}

/** Organisations as links: each narrows the list to what it repeated. */
function Replicators(props: Props) {
  const text = useText();
  const to = useTo(props);
  const { query, register } = props;
  if (register.organizations.length < 2) return null;
  const all = { value: null, label: text('replications.register.everyone'), count: null };
  return (
    <nav aria-label={text('replications.register.by')}>
      <ul className="chips">
        {[all, ...register.organizations].map(({ value, label, count }) => (
          <li key={value}>
            <a href={to({ organization: value })} aria-current={query.organization === value ? 'true' : undefined}>
              {label} {count !== null && <span className="n">{numberIn(text.lang, count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Paging(props: Props) {
  const text = useText();
  const to = useTo(props);
  const { query, register } = props;
  if (register.nextCursor === null && query.cursor === null) return null;
  return (
    <p className="more buttons">
      {register.nextCursor !== null && (
        <a className="button second" href={to({ ...query, cursor: register.nextCursor })} rel="next">
          {text('replications.register.more')}
        </a>
      )}
      {query.cursor !== null && (
        <a className="button second" href={to({ ...query, cursor: null })}>
          {text('replications.register.first')}
        </a>
      )}
    </p>
  );
}

function Nothing(props: Props) {
  const text = useText();
  const to = useTo(props);
  const { organization, practice } = props.query;
  const filtered = organization !== null || practice !== null;
  return (
    <Void title={text(filtered ? 'replications.register.noneSuch' : 'replications.register.none')} level={3}>
      <p>{filtered ? <a href={to({})}>{text('replications.register.showAll')}</a> : text('replications.register.noneText')}</p>
    </Void>
  );
}

function Register(props: Props) {
  const text = useText();
  const { register, visit } = props;
  const isMixed = register.items.some(({ languages }) => Object.keys(languages).length > 0);
  return (
    <>
      <div className="intro">
        <h1>{text('replications.register.title')}</h1>
        <p className="lede">{text('replications.register.lede')}</p>
      </div>
      <Replicators {...props} />
      <section aria-labelledby="cuenta">
        <div className="listing-head">
          <h2 id="cuenta">{text('replications.register.count', { count: register.total })}</h2>
        </div>
        {isMixed && <p className="notice">{text('replications.register.language')}</p>}
        {register.items.length === 0 ? (
          <Nothing {...props} />
        ) : (
          <ul className="entries">
            {register.items.map((replication) => (
              <Entry key={replication.id} replication={replication} visit={visit} />
            ))}
          </ul>
        )}
        <Paging {...props} />
        {register.total > 0 && (
          <p className="downloads">
            <a href={visit.addressOf('datos-abiertos')}>{text('replications.register.data')}</a>
          </p>
        )}
      </section>
    </>
  );
}

/** `/{network}/replicas`: what was repeated, by whom, with what change and result. */
export async function registerPage(visit: NetworkVisit): Promise<Page> {
  const query = readQuery(visit.query);
  const { organization, practice, cursor } = query;
  const register = await visit.ask('repository.replications.list', {
    limit: pageSize,
    ...(organization !== null && { organization }),
    ...(practice !== null && { practice }),
    ...(cursor !== null && { cursor }),
  });
  return {
    status: 200,
    title: visit.text('replications.register.title'),
    description: visit.text('replications.register.description', { network: visit.network.name }),
    indexed: writeQuery(query) === '',
    kind: 'website',
    section: 'practices',
    main: <Register visit={visit} query={query} register={register} />,
  };
}
