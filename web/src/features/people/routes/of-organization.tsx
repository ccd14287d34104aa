import { useParams } from 'react-router';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { OrganizationPeople } from '../components/organization-people.js';

/** People and letters of any organisation, for the secretariat. */
export function Component() {
  const text = useText();
  const { id = '' } = useParams();
  const { data } = useRead('membership.roles.list', { organizationId: id, ended: 'without' });
  return (
    <>
      <QueueHead title={text('people.title')}>
        <p className="lede">{data?.organization.name}</p>
      </QueueHead>
      <OrganizationPeople organizationId={id} />
    </>
  );
}
