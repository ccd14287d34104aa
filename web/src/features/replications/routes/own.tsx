import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { PageTitle } from '../../../shared/page/page.js';
import { Void } from '../../../shared/parts/void.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useList } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useTells } from '../components/due-replications.js';
import { ReplicationTable } from '../components/replication-table.js';

/** What others say that they repeated of ours. */
function Received() {
  const text = useText();
  const list = useList('repository.replications.received', { status: 'told', limit: 50 });
  const title = text('replications.own.received');
  return (
    <section className="part" aria-labelledby="received">
      <h2 id="received">{title}</h2>
      <Loaded query={list} failed={text('replications.own.failed')} skeleton={<RowsSkeleton rows={2} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <p className="quiet-text">{text('replications.own.noneReceived')}</p>;
          return <ReplicationTable caption={title} items={items} side="received" />;
        }}
      </Loaded>
      <NextPage list={list} />
    </section>
  );
}

function Nothing() {
  const text = useText();
  const address = useAddress();
  return (
    <Void title={text('replications.own.none')} level={3}>
      <p>{text('replications.own.noneText')}</p>
      <p className="buttons">
        <a className="button second" href={address('practicas')}>
          {text('replications.own.find')}
        </a>
      </p>
    </Void>
  );
}

/** What the organisation acted for told. */
function Told() {
  const text = useText();
  const address = useAddress();
  const list = useList('repository.replications.own', { limit: 50 });
  const title = text('replications.own.told');
  return (
    <section className="part" aria-labelledby="told">
      <h2 id="told">{title}</h2>
      <Loaded query={list} failed={text('replications.own.failed')} skeleton={<RowsSkeleton />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Nothing />;
          return (
            <>
              <p className="quiet-text">
                {text('replications.own.noneText')} <a href={address('practicas')}>{text('replications.own.find')}</a>
              </p>
              <ReplicationTable caption={title} items={items} side="told" />
            </>
          );
        }}
      </Loaded>
      <NextPage list={list} />
    </section>
  );
}

/** Replications of both sides, as far as this person has a part in them. */
export function Component() {
  const text = useText();
  const may = useMay();
  const tells = useTells();
  const { name } = useNetwork();
  return (
    <>
      <div className="intro">
        <PageTitle title={text('replications.own.title')} of={name} />
        <p className="lede">{text('replications.own.lede')}</p>
      </div>
      {may('practices:submit') && <Received />}
      {tells && <Told />}
    </>
  );
}
