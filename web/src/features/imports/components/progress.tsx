import { useText } from '../../../shared/texts/use-text.js';
import { numberIn } from '../../../shared/format/numbers.js';

interface Props {
  readonly title: string;
  /** With places for how many are done, of how many. */
  readonly said: string;
  readonly progress: { readonly done: number; readonly of: number } | null;
}

/** How far something that goes on by itself has come; whoever leaves finds it further on. */
export function Progress({ title, said, progress }: Props) {
  const text = useText();
  const { done, of } = progress ?? { done: 0, of: 0 };
  const words = text(said, { done: numberIn(text.lang, done), of: numberIn(text.lang, of) });
  return (
    <section className="progress" aria-labelledby="progress-title">
      <h2 id="progress-title">{title}</h2>
      <p role="status">{words}</p>
      {of > 0 ? <progress max={of} value={done} aria-label={title} /> : <progress aria-label={title} />}
    </section>
  );
}
