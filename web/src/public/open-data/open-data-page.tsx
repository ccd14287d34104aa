import { dateInWords } from '../../shared/format/dates.js';
import { useText } from '../../shared/texts/use-text.js';
import { licenceAddress } from '@alianza/contracts/repository/publication/licences';
import type { NetworkVisit, Page } from '../visit.js';
import { DictionaryTables } from './dictionary-tables.js';
import { fileAddress, FileLinks } from './file-links.js';
import { openDataData } from './open-data-data.js';

export interface OpenDataProps {
  readonly visit: NetworkVisit;
  /** Records published, and when they last changed. */
  readonly records: { readonly count: number; readonly changedAt: string | null };
  readonly organizations: number;
  readonly replications: number;
}

function Files({ visit, records, organizations, replications }: OpenDataProps) {
  const text = useText();
  return (
    <>
      <section>
        <h2>{text('openData.practices.title')}</h2>
        <div>
          <p>{text('openData.practices.text', { count: records.count })}</p>
          {records.changedAt !== null && (
            <p className="minor">
              {text('openData.practices.changed', { date: dateInWords(text.lang, records.changedAt, visit.network.zone) })}
            </p>
          )}
          <FileLinks table="practicas" title={text('openData.practices.title')} code={visit.network.code} />
        </div>
      </section>
      <section>
        <h2>{text('openData.organizations.title')}</h2>
        <div>
          <p>{text('openData.organizations.text', { count: organizations })}</p>
          <FileLinks table="organizaciones" title={text('openData.organizations.title')} code={visit.network.code} />
        </div>
      </section>
      <section>
        <h2>{text('openData.replications.title')}</h2>
        <div>
          <p>{text('openData.replications.text', { count: replications })}</p>
          <FileLinks table="replicas" title={text('openData.replications.title')} code={visit.network.code} />
        </div>
      </section>
    </>
  );
}

function Terms({ visit }: Pick<OpenDataProps, 'visit'>) {
  const text = useText();
  const address = visit.origin + visit.addressOf('datos-abiertos');
  return (
    <>
      <section>
        <h2>{text('openData.licence.title')}</h2>
        <div>
          <p>{text('openData.licence.text')}</p>
          <p>
            <a href={licenceAddress('CC-BY-4.0') ?? undefined} rel="license">
              {text('openData.licence.link')}
            </a>
          </p>
          <p>{text('openData.licence.cite', { network: visit.network.name, address })}</p>
        </div>
      </section>
      <section>
        <h2>{text('openData.reading.title')}</h2>
        <div>
          <p>{text('openData.reading.same')}</p>
          <p>{text('openData.reading.lists')}</p>
          <p>{text('openData.reading.csv')}</p>
        </div>
      </section>
    </>
  );
}

function Machines({ visit }: Pick<OpenDataProps, 'visit'>) {
  const text = useText();
  const ways = [
    { href: `/oai/${visit.network.code}?verb=Identify`, label: text('openData.machines.oai') },
    { href: visit.addressOf('practicas.atom'), label: text('openData.machines.atom') },
    { href: '/api/openapi.json', label: text('openData.machines.api') },
  ];
  return (
    <section>
      <h2>{text('openData.machines.title')}</h2>
      <ul className="ways">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenData(props: OpenDataProps) {
  const text = useText();
  const { visit } = props;
  return (
    <>
      <div className="intro">
        <h1>{text('openData.title')}</h1>
        <p className="lede">{text('openData.lede', { network: visit.network.name })}</p>
      </div>
      <article className="article">
        <Files {...props} />
        <Terms visit={visit} />
        <Machines visit={visit} />
      </article>
      <DictionaryTables />
    </>
  );
}

/** `/{network}/datos-abiertos`: what can be downloaded, under which terms, and what it means. */
export async function openDataPage(visit: NetworkVisit): Promise<Page> {
  const { text, network } = visit;
  const [records, { total: organizations }, { total: replications }] = await Promise.all([
    visit.ask('repository.harvest.summary', {}),
    visit.ask('membership.organizations.list', { limit: 1 }),
    visit.ask('repository.replications.list', { limit: 1 }),
  ]);
  const props = { visit, records, organizations, replications };
  return {
    status: 200,
    title: text('openData.title'),
    description: text('openData.description', { network: network.name }),
    indexed: true,
    kind: 'website',
    section: null,
    data: openDataData(props, (file) => visit.origin + fileAddress(network.code, file)),
    main: <OpenData {...props} />,
  };
}
