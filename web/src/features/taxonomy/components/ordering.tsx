import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Concept } from '../api/concept-values.js';

/** Puts a concept one place up or down in its list; the forms offer them in that order. */
export function Ordering({ concept, among }: { concept: Concept; among: readonly Concept[] }) {
  const text = useText();
  const move = useWrite('repository.taxonomy.move');
  const index = among.findIndex(({ id }) => id === concept.id);
  const put = (before: string | null) =>
    move.mutate({ input: { scheme: concept.scheme, id: concept.id, before }, version: concept.version });
  const previous = among[index - 1];
  return (
    <section aria-label={text('concepts.order.title')}>
      <div className="buttons">
        <button
          className="button second"
          type="button"
          disabled={move.isPending || previous === undefined}
          onClick={() => put(previous?.id ?? null)}
        >
          {text('concepts.order.up')}
        </button>
        <button
          className="button second"
          type="button"
          disabled={move.isPending || index === among.length - 1}
          onClick={() => put(among[index + 2]?.id ?? null)}
        >
          {text('concepts.order.down')}
        </button>
      </div>
      {move.error && <Failure error={move.error} title={text('concepts.order.failed')} />}
    </section>
  );
}
