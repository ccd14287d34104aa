import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit, Page } from '../visit.js';

const parts = {
  real: ['practices', 'organizations', 'documents'],
  fictional: ['people', 'organizations'],
  missing: ['text'],
} as const;

function Part({ name, says }: { name: keyof typeof parts; says: readonly string[] }) {
  const text = useText();
  return (
    <section>
      <h2>{text(`origin.${name}.title`)}</h2>
      <div>
        {says.map((paragraph) => (
          <p key={paragraph}>{text(`origin.${name}.${paragraph}`)}</p>
        ))}
      </div>
    </section>
  );
}

function Origin({ practicesHref }: { practicesHref: string }) {
  const text = useText();
  return (
    <>
      <div className="intro">
        <h1>{text('origin.title')}</h1>
        <p className="lede">{text('origin.lede')}</p>
      </div>
      <article className="article">
        <Part name="real" says={parts.real} />
        <Part name="fictional" says={parts.fictional} />
        <Part name="missing" says={parts.missing} />
      </article>
      <p className="more">
        <a className="button second" href={practicesHref}>
          {text('origin.back')}
        </a>
      </p>
    </>
  );
}

/** What is real and what is not in a demo network. */
export function originPage({ text, network, addressOf }: NetworkVisit): Page {
  return {
    status: 200,
    title: text('origin.title'),
    description: text('origin.description', { network: network.name }),
    indexed: false,
    kind: 'website',
    section: null,
    main: <Origin practicesHref={addressOf('practicas')} />,
  };
}
