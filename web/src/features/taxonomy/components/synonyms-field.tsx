import type { PortalLanguage } from '@alianza/contracts/shapes';
import { useRef, type KeyboardEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { Cross } from '../../../shared/parts/cross.js';
import { useText } from '../../../shared/texts/use-text.js';
import { withWord } from '../api/concept-values.js';

interface Props {
  readonly lang: PortalLanguage;
  readonly words: readonly string[];
  /** What is being typed, which counts when all is saved. */
  readonly word: string;
  readonly onType: (word: string) => void;
  readonly onChange: (words: string[], word: string) => void;
}

const longest = 80;

function Words({ lang, words, onRemove }: Pick<Props, 'lang' | 'words'> & { readonly onRemove: (word: string) => void }) {
  const text = useText();
  if (words.length === 0) return null;
  return (
    <ul className="chips" lang={lang}>
      {words.map((word) => (
        <li key={word}>
          <button type="button" onClick={() => onRemove(word)}>
            {word} <Cross />
            <span className="sr">{text('practiceForm.remove')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Other words for a concept: Intro or the button adds one, its cross takes it away. */
export function SynonymsField({ lang, words, word, onType, onChange }: Props) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const add = () => {
    onChange(withWord(words, word), '');
    input.current?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  const remove = (gone: string) => {
    onChange(
      words.filter((one) => one !== gone),
      word,
    );
    input.current?.focus();
  };
  return (
    <Ask id={`synonym-${lang}`} label={text(`concepts.synonyms.${lang}`)} optional>
      {(control) => (
        <>
          <Words lang={lang} words={words} onRemove={remove} />
          <div className="with-button">
            <input
              className="input"
              {...control}
              ref={input}
              lang={lang}
              maxLength={longest}
              value={word}
              onChange={(event) => onType(event.target.value)}
              onKeyDown={pressed}
            />
            <button
              className="button second"
              type="button"
              disabled={word.trim() === ''}
              aria-label={text(`concepts.synonyms.add.${lang}`)}
              onClick={add}
            >
              {text('concepts.synonyms.add.word')}
            </button>
          </div>
        </>
      )}
    </Ask>
  );
}
