import { dateInWords } from '../../shared/format/dates.js';
import { listOf } from '../../shared/format/lists.js';
import { fieldLabels } from '../../shared/practice/practice-fields.js';
import { useText } from '../../shared/texts/use-text.js';
import type { Output } from '../../shared/api/call.js';
import { notFoundPage } from '../not-found/not-found-page.js';
import { isMissing, type NetworkVisit, type Page } from '../visit.js';

type Versions = Output<'repository.versions.list'>;
type Version = Versions['items'][number];
interface Props {
  readonly visit: NetworkVisit;
  readonly slug: string;
}

function Entry({ visit, slug, entry, present }: Props & { entry: Version; present: boolean }) {
  const text = useText();
  const { version, publishedAt, changed } = entry;
  const date = dateInWords(text.lang, publishedAt, visit.network.zone);
  const fields = listOf(
    text.lang,
    changed.map((field) => text(fieldLabels[field]).toLocaleLowerCase(text.lang)),
  );
  return (
    <li>
      <h2>
        <a href={visit.addressOf(`practicas/${slug}/versiones/${String(version)}`)}>{text('versions.number', { version })}</a>
        {present && <small className="minor"> {text('versions.present')}</small>}
      </h2>
      <p>{text('versions.published', { date })}</p>
      {version === 1 && <p className="quiet-text">{text('versions.first')}</p>}
      {version > 1 && (
        <p className="quiet-text">{changed.length === 0 ? text('versions.noChanges') : text('versions.changed', { fields })}</p>
      )}
    </li>
  );
}

function List({ visit, slug, versions }: Props & { versions: Versions }) {
  const text = useText();
  const { items, title } = versions;
  return (
    <>
      <nav className="crumbs" aria-label={text('frame.crumbs')}>
        <a href={visit.addressOf(`practicas/${slug}`)}>{text('versions.back')}</a>
      </nav>
      <div className="intro">
        <h1>{text('versions.title', { title })}</h1>
        <p className="lede">{text('versions.lede', { count: items.length })}</p>
      </div>
      <ol className="versions" reversed>
        {items.map((entry, at) => (
          <Entry key={entry.version} visit={visit} slug={slug} entry={entry} present={at === 0} />
        ))}
      </ol>
    </>
  );
}

const orNull = (error: unknown): null => {
  if (isMissing(error)) return null;
  throw error;
};

/** `/{network}/practicas/{slug}/versiones`: what was published, the present version first. */
export async function versionsPage(visit: NetworkVisit, slug: string): Promise<Page> {
  const versions = await visit.ask('repository.versions.list', { slug }).catch(orNull);
  if (versions === null) return notFoundPage(visit, visit, 'practice');
  const title = visit.text('versions.title', { title: versions.title });
  return {
    status: 200,
    title,
    description: visit.text('versions.lede', { count: versions.items.length }),
    indexed: false,
    kind: 'website',
    section: 'practices',
    main: <List visit={visit} slug={slug} versions={versions} />,
  };
}
