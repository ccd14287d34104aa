import { useText } from '../../shared/texts/use-text.js';

export interface AnsweredQuestion {
  readonly id: string;
  readonly href: string;
  readonly total: number;
  /** There are more than were counted. */
  readonly isLowerBound: boolean;
}

/** Questions a visitor may come with, each a search that has an answer. */
export function Questions({ questions }: { questions: readonly AnsweredQuestion[] }) {
  const text = useText();
  if (questions.length === 0) return null;
  return (
    <section className="questions" aria-labelledby="preguntas">
      <h2 className="kicker" id="preguntas">
        {text('home.questions')}
      </h2>
      <ul>
        {questions.map(({ id, href, total, isLowerBound }) => (
          <li key={id}>
            <a href={href}>
              {text(`questions.${id}`)} <small>{text(isLowerBound ? 'home.recordsAtLeast' : 'home.records', { count: total })}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
