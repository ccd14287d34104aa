import { retention } from '@alianza/contracts/privacy/retention';
import type { ReactNode } from 'react';
import { Markdown } from '../../shared/markdown/markdown.js';
import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit, Page } from '../visit.js';

/** A part of a statement: `name` is its key among the texts, `anchor` what others link to. */
export interface Part {
  readonly name: string;
  readonly anchor: string;
}

/** A page of plain words about the site, told by the keys of its texts. */
export interface Statement {
  readonly title: string;
  readonly lede: string;
  readonly description: string;
  readonly keyOf: (part: string, what: 'title' | 'text') => string;
  readonly parts: readonly Part[];
  /** Whether its parts are listed above them. */
  readonly contents: boolean;
}

/** Where the links in the texts lead, who they speak of, and how long things are kept. */
function placesOf({ network, addressOf }: NetworkVisit): Record<string, string | number> {
  return {
    ...retention,
    network: network.name,
    convener: network.convener,
    practices: addressOf('practicas'),
    replications: addressOf('replicas'),
    openData: addressOf('datos-abiertos'),
    origin: addressOf('origen'),
    apply: addressOf('solicitud'),
    member: addressOf('miembro'),
    privacy: addressOf('privacidad'),
    terms: addressOf('condiciones'),
    contact: addressOf('contacto'),
  };
}

function Contents({ keyOf, parts }: Pick<Statement, 'keyOf' | 'parts'>) {
  const text = useText();
  return (
    <nav aria-label={text('help.contents')}>
      <ul className="chips">
        {parts.map(({ name, anchor }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{text(keyOf(name, 'title'))}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What stands below its heading and at its end. */
interface Around {
  readonly head: ReactNode;
  readonly foot: ReactNode;
}

interface BodyProps {
  readonly statement: Statement;
  readonly visit: NetworkVisit;
  readonly around?: Around;
}

function Body({ statement: { title, lede, keyOf, parts, contents }, visit, around }: BodyProps) {
  const text = useText();
  const places = placesOf(visit);
  return (
    <>
      <div className="intro">
        <h1>{text(title)}</h1>
        {around?.head}
        <p className="lede">{text(lede)}</p>
        {contents && <Contents keyOf={keyOf} parts={parts} />}
      </div>
      <article className="article plain-words">
        {parts.map(({ name, anchor }) => (
          <section key={anchor}>
            <h2 id={anchor}>{text(keyOf(name, 'title'))}</h2>
            <div>
              <Markdown source={text(keyOf(name, 'text'), places)} />
            </div>
          </section>
        ))}
        {around?.foot}
      </article>
    </>
  );
}

/** What is said of a demonstration is left out elsewhere. */
export function statementPage(statement: Statement, visit: NetworkVisit, around?: Around): Page {
  const { text, network } = visit;
  const parts = statement.parts.filter(({ name }) => network.demo || name !== 'demo');
  return {
    status: 200,
    title: text(statement.title),
    description: text(statement.description, { network: network.name }),
    indexed: true,
    kind: 'website',
    section: null,
    main: <Body statement={{ ...statement, parts }} visit={visit} around={around} />,
  };
}
