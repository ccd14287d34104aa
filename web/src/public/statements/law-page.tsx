import type { StatementPage } from '@alianza/contracts/privacy/editions';
import { Markdown } from '../../shared/markdown/markdown.js';
import { dateInWords } from '../../shared/format/dates.js';
import { useText } from '../../shared/texts/use-text.js';
import type { Output } from '../../shared/api/call.js';
import type { NetworkVisit, Page } from '../visit.js';
import { statementPage, type Statement } from './statement.js';

type Kept = Output<'membership.statements.get'>;

const pathOf = {
  privacy: 'privacidad',
  legal: 'aviso-legal',
  accessibility: 'accesibilidad',
  terms: 'condiciones',
} as const satisfies Record<StatementPage, string>;

interface VersionProps {
  readonly kept: Kept;
  readonly visit: NetworkVisit;
  /** Of this page in its last version. */
  readonly address: string;
}

/** Which words these are, since when they hold, and the way to those of before. */
function Version({ kept: { version, publishedAt, inForce, readable }, visit, address }: VersionProps) {
  const text = useText();
  const { zone } = visit.network;
  const others = readable.filter((one) => one.version !== version && one.version !== inForce);
  const said = (one: { version: number; publishedAt: string }) =>
    text('legal.version', { version: one.version, date: dateInWords(text.lang, one.publishedAt, zone) });
  return (
    <>
      <p className="quiet-text">{said({ version, publishedAt })}</p>
      {others.length > 0 && (
        <section aria-labelledby="versiones">
          <h2 id="versiones">{text('legal.earlier')}</h2>
          <ul>
            {others.map((one) => (
              <li key={one.version}>
                <a href={`${address}/${String(one.version)}`}>{said(one)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Above what is no longer in force. */
function Superseded({ kept: { version, inForce }, address }: Pick<VersionProps, 'kept' | 'address'>) {
  const text = useText();
  if (version === inForce) return null;
  return (
    <p className="notice">
      {text('legal.superseded', { version })} <a href={address}>{text('legal.inForce')}</a>
    </p>
  );
}

/** What a network wrote in the place of the product's words: a page like the others, with the headings that it has. */
function OwnWords({ title, ...of }: VersionProps & { readonly title: string }) {
  const text = useText();
  const { kept, visit } = of;
  if (kept.text === null) return null;
  const { source, language } = kept.text;
  return (
    <>
      <div className="intro">
        <h1>{text(title)}</h1>
        <Superseded {...of} />
        {language !== visit.lang && <p className="quiet-text">{text(`legal.onlyIn.${language === 'en' ? 'en' : 'es'}`)}</p>}
      </div>
      <article className="article plain-words">
        <Markdown source={source} lang={language === visit.lang ? undefined : language} headings="h2" />
        <Version {...of} />
      </article>
    </>
  );
}

/** A page of law: the words of the network where it has its own, else the product's; either way with version and date. One of before is not for search engines. */
export async function lawPage(page: StatementPage, statement: Statement, visit: NetworkVisit, version?: number): Promise<Page> {
  const kept = await visit.ask('membership.statements.get', version === undefined ? { page } : { page, version });
  const of = { kept, visit, address: visit.addressOf(pathOf[page]) };
  const around = { head: <Superseded {...of} />, foot: <Version {...of} /> };
  const usual = { ...statementPage(statement, visit, around), indexed: kept.version === kept.inForce };
  return kept.text === null ? usual : { ...usual, main: <OwnWords title={statement.title} {...of} /> };
}
