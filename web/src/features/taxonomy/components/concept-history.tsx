import { dateInWords } from '../../../shared/format/dates.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Concept } from '../api/concept-values.js';
import { periodInWords } from '../api/period.js';

/** What the network said of a concept before, the last first: records of that time were read by those words. */
export function ConceptHistory({ concept: { scheme, id, version } }: { concept: Concept }) {
  const text = useText();
  const { zone } = useNetwork();
  const { data } = useRead('repository.taxonomy.history', { scheme, id }, { enabled: version > 1 });
  if (data === undefined || data.items.length < 2) return null;
  return (
    <details>
      <summary>{text('concepts.history.title')}</summary>
      <ol className="history-list">
        {data.items.map((state) => (
          <li key={state.version}>
            <time dateTime={state.since}>{dateInWords(text.lang, state.since, zone)}</time>
            <p>
              {text('concepts.history.said', { es: state.labels.es, en: state.labels.en })}{' '}
              {state.retired ? text('concepts.state.retired') : periodInWords(text, state)}.
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
