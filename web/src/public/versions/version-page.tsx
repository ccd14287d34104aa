import { dateInWords } from '../../shared/format/dates.js';
import { Changes } from '../../shared/practice/changes.js';
import { useText } from '../../shared/texts/use-text.js';
import type { Output } from '../../shared/api/call.js';
import { notFoundPage } from '../not-found/not-found-page.js';
import { Citation } from '../citations/citation.js';
import { Attachments } from '../files/attachments.js';
import { LeadPicture, MorePictures } from '../files/pictures.js';
import { FactsPanel } from '../practice/facts-panel.js';
import { Sections } from '../practice/sections.js';
import { Sources } from '../practice/sources.js';
import { namedOrganizations, type AddressByName } from '../organization/named-organizations.js';
import { isMissing, type NetworkVisit, type Page } from '../visit.js';

interface Props {
  readonly visit: NetworkVisit;
  readonly slug: string;
  readonly practice: Output<'repository.versions.get'>;
  readonly compared: Output<'repository.versions.compare'>;
  readonly latest: number;
  readonly addresses: AddressByName;
}

function One({ visit, slug, practice, compared, latest, addresses }: Props) {
  const text = useText();
  const { version, publishedAt } = practice;
  const facts = practice.type === 'good-practice' ? 'practice.facts' : 'practice.otherFacts';
  const date = dateInWords(text.lang, publishedAt, visit.network.zone);
  return (
    <>
      <nav className="crumbs" aria-label={text('frame.crumbs')}>
        <a href={visit.addressOf(`practicas/${slug}/versiones`)}>{text('versions.all')}</a>
      </nav>
      <div className="intro">
        <p className="kicker">{text('versions.number', { version })}</p>
        <h1 lang={practice.languages.title}>{practice.title}</h1>
        <p className="lede" lang={practice.languages.summary}>
          {practice.summary}
        </p>
        <p>
          {text(version < latest ? 'versions.old' : 'versions.presentSince', { date })}{' '}
          <a href={visit.addressOf(`practicas/${slug}`)}>{text(version < latest ? 'versions.readPresent' : 'versions.readRecord')}</a>
        </p>
      </div>
      {compared.since !== null && (
        <section className="part" aria-labelledby="changes">
          <h2 id="changes">{text('versions.changesTitle', { since: compared.since })}</h2>
          {compared.changes.length === 0 ? <p>{text('versions.noChanges')}</p> : <Changes changes={compared.changes} />}
        </section>
      )}
      <div className="reading">
        <article className="article">
          <LeadPicture practice={practice} visit={visit} />
          <Sections practice={practice} />
          <MorePictures practice={practice} visit={visit} />
          <Attachments practice={practice} visit={visit} />
          <Sources practice={practice} />
          <Citation practice={practice} visit={visit} cited="version" />
        </article>
        <aside className="panel" aria-label={text(facts)}>
          <h2>{text(facts)}</h2>
          <FactsPanel practice={practice} visit={visit} addresses={addresses} />
        </aside>
      </div>
    </>
  );
}

/** `/{network}/practicas/{slug}/versiones/{n}`: one version as it was published, and what it changed. */
export async function versionPage(visit: NetworkVisit, slug: string, version: number): Promise<Page> {
  const read = () =>
    Promise.all([
      visit.ask('repository.versions.get', { slug, version }),
      visit.ask('repository.versions.compare', { slug, version }),
      visit.ask('repository.versions.list', { slug }),
    ]);
  const found = await read().catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (found === null) return notFoundPage(visit, visit, 'practice');
  const [practice, compared, { items }] = found;
  const latest = items[0]?.version ?? version;
  const addresses = await namedOrganizations(visit, [...(practice.owner === null ? [] : [practice.owner]), ...practice.organizations]);
  return {
    status: 200,
    title: `${practice.title}, ${visit.text('versions.number', { version })}`,
    description: practice.summary.slice(0, 300),
    indexed: false,
    kind: 'article',
    section: 'practices',
    main: <One visit={visit} slug={slug} practice={practice} compared={compared} latest={latest} addresses={addresses} />,
  };
}
