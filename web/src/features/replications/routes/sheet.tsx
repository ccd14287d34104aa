import type { Replication } from '@alianza/contracts/repository/replications';
import { useParams } from 'react-router';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle, useTitleAfter } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { Deeds } from '../components/deeds.js';
import { ReplicationEditor } from '../components/replication-editor.js';
import { ReplicationHistory } from '../components/replication-history.js';
import { ReplicationState } from '../components/replication-state.js';
import { ReplicationText } from '../components/replication-text.js';

function Sheet({ replication }: { replication: Replication }) {
  const text = useText();
  const { name } = useNetwork();
  const { practice, organization, origin, status, history, may } = replication;
  const question = status === 'asked' ? history.at(-1)?.text : null;
  return (
    <div className="form-col is-narrow">
      <div>
        <p className="kicker">{text('replications.form.kicker', { organization: organization.name })}</p>
        <PageTitle title={text('replications.sheet.of', { title: practice.title })} of={name} />
        <ReplicationState status={status} />
      </div>
      {question && <p className="hint">{text('replications.sheet.question', { text: question })}</p>}
      {status === 'told' && !may.includes('confirm') && (
        <p>
          {origin !== null && origin.status !== 'active'
            ? text('replications.sheet.waitsFor', { origin: origin.name, status: origin.status })
            : text('replications.sheet.waits', { origin: origin?.name ?? text('replications.form.network') })}
        </p>
      )}
      {may.includes('edit') ? (
        <ReplicationEditor key={replication.id} replication={replication} />
      ) : (
        <ReplicationText replication={replication} level={2} />
      )}
      <Deeds replication={replication} />
      <ReplicationHistory history={history} level={2} />
    </div>
  );
}

/** A replication: to be written while it may be, to be read and decided on otherwise. */
export function Component() {
  const text = useText();
  const { id = '' } = useParams();
  const query = useRead('repository.replications.read', { id });
  useTitleAfter(query.data?.status);
  return (
    <Loaded query={query} failed={text('replications.sheet.failed')} skeleton={<RowsSkeleton rows={6} />}>
      {(replication) => <Sheet replication={replication} />}
    </Loaded>
  );
}
