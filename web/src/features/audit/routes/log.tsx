import { Problem } from '../../../shared/api/problem.js';
import { Failure } from '../../../shared/page/failure.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ofNetwork } from '../api/audit-source.js';
import { Log } from '../components/log.js';

const none = { people: [], organizations: [], services: [], kinds: [] };

/** Every change of the network's records, as it arrived; nothing here can be altered. */
export function Component() {
  const text = useText();
  const { zone } = useNetwork();
  const may = useMay();
  const actors = useRead('audit.actors.list', {}, { enabled: may('audit:read') });
  return (
    <>
      <QueueHead title={text('secretariat.audit.title')}>
        <p className="quiet-text">{text('secretariat.audit.text')}</p>
      </QueueHead>
      {may('audit:read') ? (
        <Log source={ofNetwork} actors={actors.data ?? none} named zone={zone} />
      ) : (
        <Failure error={new Problem(403, { code: 'forbidden' })} title={text('secretariat.audit.failed')} />
      )}
    </>
  );
}
