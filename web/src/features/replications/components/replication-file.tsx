import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { Deeds } from './deeds.js';
import { ReplicationHistory } from './replication-history.js';
import { ReplicationState } from './replication-state.js';
import { ReplicationText } from './replication-text.js';

/** A replication opened beside the queue: what was told, and what can be decided. */
export function ReplicationFile({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText();
  const query = useRead('repository.replications.read', { id });
  const state = query.data && <ReplicationState status={query.data.status} />;
  return (
    <OpenedFile id={id} title={query.data?.practice.title ?? text('replications.sheet.title')} state={state} onClose={onClose}>
      <Loaded query={query} failed={text('replications.sheet.failed')} skeleton={<RowsSkeleton rows={6} />}>
        {(replication) => (
          <>
            <ReplicationText replication={replication} level={3} />
            <Deeds replication={replication} />
            <ReplicationHistory history={replication.history} level={3} />
          </>
        )}
      </Loaded>
    </OpenedFile>
  );
}
