import type { Replication } from '@alianza/contracts/repository/replications';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { TaskOwner } from '../../../shared/queue/owners/task-owner.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { Deeds } from './deeds.js';
import { ReplicationHistory } from './replication-history.js';
import { ReplicationState } from './replication-state.js';
import { ReplicationText } from './replication-text.js';

/** The network's own, and those whose origin cannot answer: who answers for an organisation too sees that one's own beside them. */
const isOfSecretariat = ({ origin }: Replication): boolean => origin === null || origin.status !== 'active';

/** A replication opened beside the queue: what was told, and what can be decided. */
export function ReplicationFile({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText();
  const query = useRead('repository.replications.read', { id });
  const state = query.data && <ReplicationState status={query.data.status} />;
  return (
    <OpenedFile id={id} title={query.data?.practice.title ?? text('replications.sheet.title')} state={state} onClose={onClose}>
      {query.data && isOfSecretariat(query.data) && <TaskOwner queue="replications" id={id} open={query.data.status === 'told'} />}
      <Loaded query={query} failed={text('replications.sheet.failed')} skeleton={<RowsSkeleton rows={6} />}>
        {(replication) => (
          <>
            {replication.status === 'told' && replication.origin !== null && replication.origin.status !== 'active' && (
              <p className="hint">
                {text('replications.sheet.waitsFor', { origin: replication.origin.name, status: replication.origin.status })}
              </p>
            )}
            <ReplicationText replication={replication} level={3} />
            <Deeds replication={replication} />
            <ReplicationHistory history={replication.history} level={3} />
          </>
        )}
      </Loaded>
    </OpenedFile>
  );
}
