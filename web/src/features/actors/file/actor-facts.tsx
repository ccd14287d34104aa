import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import { regionOf } from '@alianza/contracts/membership/directory/regions';
import { Fragment, type ReactNode } from 'react';
import { inList, listOf } from '../../../shared/format/lists.js';
import { countryName } from '../../../shared/format/names.js';
import { foreign, read } from '../../../shared/practice/localized.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';

type Props = { readonly actor: ActorFile };

function Linked({ url, children }: { url: string | null; children: string }) {
  if (url === null) return <>{children}</>;
  return (
    <a href={url} rel="noopener nofollow">
      {children}
    </a>
  );
}

function usePairs({ acronym, sector, country, region, website }: ActorFile): [string, ReactNode][] {
  const text = useText();
  const place = regionOf({ region, country });
  return [
    ['acronym', acronym],
    ['sector', text(`taxonomy.sector.${sector}`)],
    ['country', country && countryName(text.lang, country)],
    ['region', place && text(`taxonomy.region.${place}`)],
    ['website', website && <Linked url={website}>{website.replace(/^https?:\/\//, '')}</Linked>],
  ];
}

function Initiatives({ actor: { initiatives } }: Props) {
  const text = useText();
  if (initiatives.length === 0) return <p className="quiet-text">{text('actors.file.initiativesNone')}</p>;
  return (
    <ul className="history-list">
      {initiatives.map(({ title, year, url, source }) => (
        <li key={title}>
          <Linked url={url}>{title}</Linked>
          {year !== null && ` (${String(year)})`}
          {source !== null && <p className="quiet-text">{text('actors.file.from', { source })}</p>}
        </li>
      ))}
    </ul>
  );
}

function Sources({ actor: { sources } }: Props) {
  const text = useText();
  if (sources.length === 0) return <p className="quiet-text">{text('actors.file.sourcesNone')}</p>;
  return (
    <ol className="history-list">
      {sources.map(({ title, url, tells }) => (
        <li key={`${title} ${url ?? ''}`}>
          <Linked url={url}>{title}</Linked>
          {tells.length > 0 && (
            <p className="quiet-text">
              {text('actors.file.tells', {
                facts: listOf(
                  text.lang,
                  inList(
                    text.lang,
                    tells.map((fact) => text(`actors.fact.${fact}`)),
                  ),
                ),
              })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What it is and does, and where that is told. */
export function ActorFacts({ actor }: Props) {
  const text = useText();
  const address = useAddress();
  const role = actor.role && read(actor.role, text.lang);
  const pairs = usePairs(actor);
  return (
    <>
      <dl className="pairs">
        {pairs.map(([field, value]) => (
          <Fragment key={field}>
            <dt>{text(`actors.column.${field}`)}</dt>
            <dd>{value || text('members.unsaid')}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="quiet-text">
        {text(actor.shown ? 'actors.file.shown' : 'actors.file.notShown')}{' '}
        {actor.shown && <a href={address(`organizaciones/${actor.slug}`)}>{text('actors.file.page')}</a>}
      </p>
      <section>
        <h3>{text('actors.file.role')}</h3>
        {role ? <p lang={foreign(role.lang, text.lang)}>{role.text}</p> : <p className="quiet-text">{text('actors.file.roleNone')}</p>}
      </section>
      <section>
        <h3>{text('actors.file.initiatives')}</h3>
        <Initiatives actor={actor} />
      </section>
      <section>
        <h3>{text('actors.file.sources')}</h3>
        <Sources actor={actor} />
      </section>
    </>
  );
}
