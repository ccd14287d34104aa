import { useText } from '../../shared/texts/use-text.js';
import type { PracticeProps } from './practice-page.js';

/** How to cite the record, ready to be copied. */
export function Citation({ practice, visit }: PracticeProps) {
  const text = useText();
  const { network, origin, addressOf } = visit;
  const address = `${origin}${addressOf(`practicas/${practice.slug}`)}`;
  const citation = text('practice.citation', {
    owner: practice.owner ?? network.name,
    year: practice.publishedAt.slice(0, 4),
    title: practice.title,
    version: String(practice.version),
    network: network.name,
    address,
  });
  const [before = '', after = ''] = citation.split(practice.title);
  return (
    <section>
      <h2 id="citar">{text('practice.section.cite')}</h2>
      <div>
        <p className="cite" id="cita">
          {before}
          <cite>{practice.title}</cite>
          {after}
        </p>
        <p className="buttons" hidden data-needs-script>
          <button
            className="button second"
            type="button"
            data-copy="cita"
            data-copied={text('practice.copied')}
            data-failed={text('practice.notCopied')}
          >
            {text('practice.copy')}
          </button>
          <span role="status" className="saved" />
        </p>
      </div>
    </section>
  );
}
