import { useEffect, useRef } from 'react';

export interface Wrong {
  /** Id of the control it is about. */
  readonly id: string;
  readonly text: string;
}

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly items: readonly Wrong[];
  /** Grows with every attempt, so that the summary is read again. */
  readonly attempt: number;
}

/** What keeps a form from being sent, after trying: each line leads to its question. */
export function Summary({ title, text, items, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [attempt]);
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h2 id="summary-title">{title}</h2>
      {text && <p>{text}</p>}
      {items.length > 0 && (
        <ul>
          {items.map(({ id, text: wrong }) => (
            <li key={id + wrong}>
              <a href={`#${id}`} onClick={(event) => leadTo(event, id)}>
                {wrong}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Focuses the control itself: the fragment of an address may hold a secret and stays as it is. */
function leadTo(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
