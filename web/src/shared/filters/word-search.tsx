import { useState, type SyntheticEvent } from 'react';

interface Props {
  readonly label: string;
  readonly press: string;
  readonly sought: string;
  readonly onSeek: (words: string) => void;
}

/** Words are looked for when they have been said. */
export function WordSearch({ label, press, sought, onSeek }: Props) {
  const [words, say] = useState(sought);
  const seek = (event: SyntheticEvent) => {
    event.preventDefault();
    onSeek(words.trim());
  };
  return (
    <form role="search" aria-label={label} onSubmit={seek}>
      <label htmlFor="words">{label}</label>
      <div className="with-button">
        <input className="input" id="words" type="search" maxLength={100} value={words} onChange={({ target }) => say(target.value)} />
        <button className="button second" type="submit">
          {press}
        </button>
      </div>
    </form>
  );
}
