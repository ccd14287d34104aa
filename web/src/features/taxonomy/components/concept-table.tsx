import { numberIn } from '../../../shared/format/numbers.js';
import { useOpenRow } from '../../../shared/queue/open-row.js';
import { RowLink } from '../../../shared/queue/row-link.js';
import { useText } from '../../../shared/texts/use-text.js';
import { periodInWords } from '../api/period.js';
import type { Concept } from '../api/concept-values.js';
import { ConceptState } from './concept-state.js';

interface Shown {
  readonly day: string;
  /** What is past is read only: its rows open nothing, and how many records carry it now says nothing of then. */
  readonly isPast: boolean;
}

function Named({ concept: { labels, synonyms } }: { concept: Concept }) {
  const added = [...synonyms.es, ...synonyms.en];
  return (
    <>
      <span lang="es">{labels.es}</span>
      {added.length > 0 && <small>{added.join(', ')}</small>}
    </>
  );
}

function Row({ concept, day, isPast }: Shown & { concept: Concept }) {
  const text = useText();
  const { openId, hrefOf } = useOpenRow();
  const { id, labels, records } = concept;
  return (
    <tr className={id === openId ? 'is-open-row' : undefined}>
      <td>
        {isPast ? (
          <Named concept={concept} />
        ) : (
          <RowLink id={id} to={hrefOf(id)} open={id === openId}>
            <Named concept={concept} />
          </RowLink>
        )}
      </td>
      <td lang="en" data-th={text('concepts.label.en')}>
        {labels.en}
      </td>
      <td data-th={text('concepts.column.period')}>{periodInWords(text, concept)}</td>
      {!isPast && (
        <td className="num" data-th={text('concepts.column.records')}>
          {numberIn(text.lang, records)}
        </td>
      )}
      <td>
        <ConceptState concept={concept} day={day} />
      </td>
    </tr>
  );
}

/** Concepts of one scheme in their order, both languages beside each other. */
export function ConceptTable({ caption, concepts, ...shown }: Shown & { caption: string; concepts: readonly Concept[] }) {
  const text = useText();
  const headings = [
    text('concepts.label.es'),
    text('concepts.label.en'),
    text('concepts.column.period'),
    ...(shown.isPast ? [] : [text('concepts.column.records')]),
    text('secretariat.column.state'),
  ];
  return (
    <table className="table queue">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {headings.map((heading, index) => (
            <th key={heading} scope="col" className={index === 3 && !shown.isPast ? 'num' : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {concepts.map((concept) => (
          <Row key={concept.id} concept={concept} {...shown} />
        ))}
      </tbody>
    </table>
  );
}
