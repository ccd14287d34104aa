import { useEffect, useRef, type ReactNode } from 'react';
import { Cross } from '../parts/cross.js';
import { useText } from '../texts/use-text.js';
import { focusRow, useEscape } from './open-row.js';

interface Props {
  /** Of the row. */
  readonly id: string;
  readonly title: string;
  readonly lang?: string | undefined;
  readonly state: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A row opened beside its list. Takes the focus when it opens; Esc closes it and gives the focus back. */
export function OpenedFile({ id, title, lang, state, onClose, children }: Props) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEscape(onClose);
  useEffect(() => {
    heading.current?.focus();
    // a dialog inside gives the focus back first, if it still knows where to
    return () => void setTimeout(() => focusRow(id));
  }, [id]);
  useEffect(() => {
    // what had the focus is gone with the decision it was for
    if (document.activeElement === document.body) heading.current?.focus();
  });
  return (
    <aside className="file" aria-labelledby="file-title">
      <header>
        <div>
          <h2 id="file-title" tabIndex={-1} ref={heading} lang={lang}>
            {title}
          </h2>
          <p>{state}</p>
        </div>
        <button className="close" type="button" aria-label={text('secretariat.close')} onClick={onClose}>
          <Cross />
        </button>
      </header>
      {children}
    </aside>
  );
}
