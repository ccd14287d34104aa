import type { PublishedPractice, Source } from '@alianza/contracts/repository/practices';
import { useText } from '../../shared/texts/use-text.js';

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null);

/** A title that can be opened says where it leads; one that cannot is cited as a publication. */
function Cited({ source: { title, url, publisher } }: { source: Source }) {
  const from = publisher ?? (url === null ? null : hostOf(url));
  return (
    <span>
      {url === null ? (
        <cite>{title}</cite>
      ) : (
        <a href={url} rel="noopener">
          {title}
        </a>
      )}
      {from !== null && <small>{from}</small>}
    </span>
  );
}

/** Where all of the above is taken from. */
export function Sources({ practice }: { practice: PublishedPractice }) {
  const text = useText();
  return (
    <section>
      <h2 id="fuentes">{text('practice.section.sources')}</h2>
      <div>
        {practice.sources.length === 0 ? (
          <p className="missing">{text('practice.missing.sources')}</p>
        ) : (
          <ol className="sources">
            {practice.sources.map((source, index) => (
              <li key={`${source.title} ${source.url ?? ''}`} id={`f${String(index + 1)}`}>
                <Cited source={source} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
