import type { Network } from '@alianza/contracts/membership/networks';
import { useText } from '../../shared/texts/use-text.js';
import { writeAddress } from '../addresses.js';
import type { Page, Visit } from '../visit.js';

function NetworkItem({ network }: { network: Network }) {
  const text = useText();
  const lang = text.lang === 'en' ? 'en' : 'es';
  return (
    <li className="network">
      <h2>
        <a href={writeAddress({ network: network.code, lang, rest: [] })}>{network.name}</a>
      </h2>
      <p>{network.description}</p>
      <p className="quiet-text">
        {network.acronym}
        {network.demo && ` · ${text('networks.demo')}`}
      </p>
    </li>
  );
}

function Networks({ networks }: { networks: readonly Network[] }) {
  const text = useText();
  return (
    <>
      <div className="intro">
        <h1>{text('networks.title')}</h1>
        <p className="lede">{text('networks.lede')}</p>
      </div>
      {networks.length === 0 ? (
        <p>{text('networks.none')}</p>
      ) : (
        <ul className="networks">
          {networks.map((network) => (
            <NetworkItem key={network.code} network={network} />
          ))}
        </ul>
      )}
    </>
  );
}

/** `/`: the public networks of this installation. */
export async function networksPage(visit: Visit): Promise<Page> {
  const { items } = await visit.ask('membership.networks.list', {});
  return {
    status: 200,
    title: visit.text('networks.title'),
    description: visit.text('networks.description'),
    indexed: true,
    kind: 'website',
    section: null,
    main: <Networks networks={items} />,
  };
}
