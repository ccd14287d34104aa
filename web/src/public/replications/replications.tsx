import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { Output } from '../../shared/api/call.js';
import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit } from '../visit.js';
import { HelpLink } from '../statements/help-link.js';
import type { RecordUse } from './record-use.js';
import { ReplicaWords, WhereAndWhen } from './replica.js';

interface Props {
  readonly practice: PublishedPractice;
  readonly visit: NetworkVisit;
  readonly use: RecordUse;
}

function All({ total, shown, href }: { total: number; shown: number; href: string }) {
  const text = useText();
  if (total <= shown) return null;
  return (
    <p>
      <a href={href}>{text('replications.record.all', { count: total })}</a>
    </p>
  );
}

function List({ register, slug, visit }: { register: Output<'repository.replications.list'>; slug: string; visit: NetworkVisit }) {
  return (
    <>
      {register.items.map((replication) => (
        <div className="replica" key={replication.id}>
          <p>
            <b>{replication.organization.name}</b>, <WhereAndWhen replication={replication} />
          </p>
          <ReplicaWords replication={replication} />
        </div>
      ))}
      <All total={register.total} shown={register.items.length} href={`${visit.addressOf('replicas')}?practica=${slug}`} />
    </>
  );
}

/** Who repeated a practice, and the way to say that one did. Of a law or a data set only where somebody said so. */
export function Replications({ practice, visit, use: { replications } }: Props) {
  const text = useText();
  if (replications === null || (replications.total === 0 && practice.type !== 'good-practice')) return null;
  return (
    <section>
      <h2 id="replicas">{text('replications.record.title')}</h2>
      <div>
        {replications.total === 0 ? (
          <p className="missing">{text('replications.record.none')}</p>
        ) : (
          <List register={replications} slug={practice.slug} visit={visit} />
        )}
        <p className="buttons">
          <a className="button second" href={`${visit.addressOf('miembro/replicas/nueva')}?practica=${practice.slug}`} rel="nofollow">
            {text('replications.record.begin')}
          </a>
        </p>
        <p className="from-sources">
          <HelpLink about="repeat" visit={visit} />
        </p>
      </div>
    </section>
  );
}
