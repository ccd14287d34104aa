import { dateInWords } from '../../shared/format/dates.js';
import { useText } from '../../shared/texts/use-text.js';
import type { Output } from '../../shared/api/call.js';
import { persistentAddress } from '../citations/reference.js';
import { KeptReplications } from '../replications/kept-replications.js';
import { recordUse, type RecordUse } from '../replications/record-use.js';
import { isGone, type NetworkVisit, type Page } from '../visit.js';

type Tombstone = Output<'repository.withdrawals.get'>;

function Withdrawn({ tombstone, visit, use }: { tombstone: Tombstone; visit: NetworkVisit; use: RecordUse }) {
  const text = useText();
  const { title, cause, reason, withdrawnAt, languages } = tombstone;
  return (
    <div className="intro">
      <p className="kicker">{text('versions.gone.kicker')}</p>
      <h1 lang={languages.title}>{title}</h1>
      <p className="lede">{text('versions.gone.since', { date: dateInWords(text.lang, withdrawnAt, visit.network.zone) })}</p>
      <h2>{text('versions.gone.why')}</h2>
      <p>{text(`taxonomy.withdrawalCause.${cause}`)}.</p>
      <p lang={languages.reason}>{reason}</p>
      <KeptReplications slug={tombstone.slug} visit={visit} use={use} />
      <p className="quiet-text">
        {text('versions.gone.identifier')} <span className="identifier">{persistentAddress(tombstone, visit)}</span>
      </p>
      <p>
        <a href={visit.addressOf('practicas')}>{text('notFound.search')}</a>
      </p>
    </div>
  );
}

/** What stands at the address of a withdrawn practice: that it was there, until when, and why it is not any more. Other refusals are thrown on. */
export async function withdrawnPage(visit: NetworkVisit, slug: string, refused: unknown): Promise<Page> {
  if (!isGone(refused)) throw refused;
  const [tombstone, use] = await Promise.all([visit.ask('repository.withdrawals.get', { slug }), recordUse(visit, slug)]);
  const { title, withdrawnAt } = tombstone;
  return {
    status: 410,
    title: visit.text('versions.gone.title', { title }),
    description: visit.text('versions.gone.since', { date: dateInWords(visit.lang, withdrawnAt, visit.network.zone) }),
    indexed: false,
    kind: 'website',
    section: 'practices',
    main: <Withdrawn tombstone={tombstone} visit={visit} use={use} />,
  };
}
