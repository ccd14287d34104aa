import type { Network } from '@alianza/contracts/membership/networks';
import { Link } from 'react-router';
import { listOf } from '../../../shared/format/lists.js';
import { languageName } from '../../../shared/format/names.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { Void } from '../../../shared/parts/void.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

function Row({ network: { code, name, acronym, languages, zone, demo } }: { network: Network }) {
  const text = useText();
  const address = useAddress();
  const spoken = languages.map((language) => languageName(text.lang, language));
  return (
    <tr>
      <td>
        <Link to={address(`operacion/redes/${code}`)}>{name}</Link>
        {demo && <span className="minor"> {text('operation.networks.demo')}</span>}
      </td>
      <td data-th={text('operation.networks.acronym')}>{acronym}</td>
      <td className="code" data-th={text('operation.networks.code')}>
        /{code}
      </td>
      <td data-th={text('operation.networks.languages')}>{listOf(text.lang, spoken)}</td>
      <td data-th={text('operation.networks.zone')}>{zone.replaceAll('_', ' ')}</td>
    </tr>
  );
}

function Table({ networks }: { networks: readonly Network[] }) {
  const text = useText();
  if (networks.length === 0)
    return (
      <Void title={text('operation.networks.none')}>
        <p>{text('operation.networks.noneText')}</p>
      </Void>
    );
  const heads = ['network', 'acronym', 'code', 'languages', 'zone'].map((head) => text(`operation.networks.${head}`));
  return (
    <table className="table">
      <caption className="sr">{text('operation.networks.title')}</caption>
      <TableHead heads={heads} />
      <tbody>
        {networks.map((network) => (
          <Row key={network.code} network={network} />
        ))}
      </tbody>
    </table>
  );
}

/** The networks of this installation. */
export function Component() {
  const text = useText();
  const address = useAddress();
  const networks = useRead('membership.networks.list', {});
  return (
    <div className="form-col">
      <PageTitle title={text('operation.networks.title')} of={text('frame.platform')} />
      <p>{text('operation.networks.lede')}</p>
      <Loaded query={networks} failed={text('operation.networks.failed')} skeleton={<RowsSkeleton rows={3} />}>
        {({ items }) => <Table networks={items} />}
      </Loaded>
      <p className="buttons">
        <Link className="button" to={address('operacion/redes/nueva')}>
          {text('operation.networks.open')}
        </Link>
      </p>
    </div>
  );
}
