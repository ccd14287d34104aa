import { TableHead } from '../../../shared/parts/table-head.js';
import { rememberActing } from '../../../shared/session/acting.js';
import { addressOf, usePlace } from '../../../shared/session/place.js';
import { useSession } from '../../../shared/session/session.js';
import { wideRoles } from '../../../shared/session/standing-values.js';
import { useText } from '../../../shared/texts/use-text.js';
import { Part } from './part.js';

interface Row {
  readonly network: string;
  readonly networkName: string;
  readonly organizationId: string | null;
  readonly organization: string | null;
  readonly roles: string;
  readonly now: boolean;
}

/** Every organisation one acts for, and every network in which one is something by oneself. */
function useRows(): Row[] {
  const text = useText();
  const { network } = usePlace();
  const { me, acting } = useSession();
  return me.networks.flatMap(({ code, name, organizations, roles }) => {
    const inWords = (held: readonly string[]) => held.map((role) => text(`taxonomy.role.${role}`)).join(', ');
    const own = organizations.map((organization) => ({
      network: code,
      networkName: name,
      organizationId: organization.id,
      organization: organization.name,
      roles: inWords(organization.roles),
      now: code === network && organization.id === acting?.id,
    }));
    const alone = wideRoles({ roles, organizations });
    const row = {
      network: code,
      networkName: name,
      organizationId: null,
      organization: null,
      roles: inWords(alone),
      now: code === network && acting === null,
    };
    return alone.length > 0 ? [...own, row] : own;
  });
}

/** In which networks, for which organisations, as what; with the way there. */
export function Places() {
  const text = useText();
  const place = usePlace();
  const { actFor } = useSession();
  const rows = useRows();
  const go = ({ network, organizationId }: Row) => {
    rememberActing(network, organizationId);
    if (network !== place.network) location.assign(addressOf({ ...place, network }, 'miembro'));
    else actFor(organizationId);
  };
  const heads = ['network', 'organization', 'role', 'act'].map((name) => text(`myAccount.roles.${name}`));
  if (rows.length === 0)
    return (
      <Part title={text('myAccount.roles.title')}>
        <p>{text('myAccount.roles.none')}</p>
      </Part>
    );
  return (
    <Part title={text('myAccount.roles.title')}>
      <table className="table">
        <caption className="sr">{text('myAccount.roles.caption')}</caption>
        <TableHead heads={heads} />
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.network} ${row.organizationId ?? ''}`}>
              <td data-th={text('myAccount.roles.network')}>{row.networkName}</td>
              <td data-th={text('myAccount.roles.organization')}>{row.organization ?? text('myAccount.roles.network-wide')}</td>
              <td data-th={text('myAccount.roles.role')}>{row.roles}</td>
              <td>
                {row.now && text('myAccount.roles.now')}
                {!row.now && (
                  <button
                    className="link"
                    type="button"
                    aria-label={text('myAccount.roles.switchTo', { organization: row.organization ?? row.networkName })}
                    onClick={() => go(row)}
                  >
                    {text('myAccount.roles.switch')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
