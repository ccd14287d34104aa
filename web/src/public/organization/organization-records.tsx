import type { Output } from '../../shared/api/call.js';
import { PracticeResult } from '../../shared/parts/practice-result.js';
import { useText } from '../../shared/texts/use-text.js';
import { WhereAndWhen } from '../replications/replica.js';
import { writeSearch } from '../results/search-query.js';
import type { NetworkVisit } from '../visit.js';
import type { OrganizationProps } from './organization-page.js';

type Records = Output<'repository.practices.of-organization'>['own'];
export type Register = Output<'repository.replications.list'>;

/** Records under a heading; the others are a search away. Nothing where there are none. */
export function Records({ records, title, organization, visit }: OrganizationProps & { records: Records; title: string }) {
  const text = useText();
  if (records.total === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <div>
        <ul className="results">
          {records.items.map((practice) => (
            <PracticeResult
              key={practice.slug}
              practice={{ ...practice, highlights: [] }}
              href={visit.addressOf(`practicas/${practice.slug}`)}
              level={3}
            />
          ))}
        </ul>
        {records.total > records.items.length && (
          <p>
            <a href={visit.addressOf('practicas') + writeSearch({ q: organization.name })}>
              {text('organizations.records.search', { count: records.total })}
            </a>
          </p>
        )}
      </div>
    </section>
  );
}

function Replication({ replication, visit, by }: { replication: Register['items'][number]; visit: NetworkVisit; by: boolean }) {
  const { practice, organization, languages } = replication;
  return (
    <div className="replica">
      <p>
        <a href={`${visit.addressOf(`practicas/${practice.slug}`)}#replicas`} lang={languages.title}>
          {practice.title}
        </a>
      </p>
      <p className="quiet-text">
        {by && <b>{organization.name}, </b>}
        <WhereAndWhen replication={replication} />
      </p>
    </div>
  );
}

interface ReplicationsProps {
  readonly register: Register | null;
  readonly visit: NetworkVisit;
  readonly title: string;
  /** Whether it is told who repeated it. */
  readonly by: boolean;
  /** Where the others are listed. */
  readonly allHref?: string;
}

/** What was repeated, under a heading. Nothing where nothing was. */
export function OrganizationReplications({ register, visit, title, by, allHref }: ReplicationsProps) {
  const text = useText();
  if (register === null || register.total === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <div>
        {register.items.map((replication) => (
          <Replication key={replication.id} replication={replication} visit={visit} by={by} />
        ))}
        {allHref !== undefined && register.total > register.items.length && (
          <p>
            <a href={allHref}>{text('replications.record.all', { count: register.total })}</a>
          </p>
        )}
      </div>
    </section>
  );
}
