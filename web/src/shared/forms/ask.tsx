import type { ReactNode } from 'react';
import { numberIn } from '../format/numbers.js';
import { useText } from '../texts/use-text.js';

/** What ties a control to its question: spread it on the input, select or textarea. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  /** Not every question has to be answered; those say so. */
  readonly optional?: boolean;
  readonly count?: { readonly used: number; readonly limit: number };
  /** Said between help and control: comments of a review. */
  readonly note?: ReactNode;
  readonly children: (control: ControlProps) => ReactNode;
}

/** How much of the room for a text is used; said aloud only near its end. */
export function Count({ used, limit }: { used: number; limit: number }) {
  const text = useText();
  const most = numberIn(text.lang, limit);
  return (
    <p className={used > limit ? 'count is-late' : 'count'} aria-live={used > limit * 0.9 ? 'polite' : 'off'}>
      {used > limit
        ? text('states.form.over', { over: used - limit, limit: most })
        : text('states.form.count', { used: numberIn(text.lang, used), limit: most })}
    </p>
  );
}

/** One question of a form: label, then help, then what is wrong, then the control. */
export function Ask({ id, label, help, error, optional = false, count, note, children }: Props) {
  const text = useText();
  const described = [help && `${id}-h`, error && `${id}-e`].filter(Boolean).join(' ');
  return (
    <div className="ask">
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional"> {text('states.form.optional')}</span>}
      </label>
      {help && (
        <p className="help" id={`${id}-h`}>
          {help}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-e`}>
          {error}
        </p>
      )}
      {note}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {count && <Count {...count} />}
    </div>
  );
}

interface GroupProps {
  readonly id: string;
  readonly legend: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A question whose answer are several controls: choices, or a file beside a text. */
export function AskGroup({ id, legend, help, error, optional = false, note, children }: GroupProps) {
  const text = useText();
  const described = [help && `${id}-h`, error && `${id}-e`].filter(Boolean).join(' ');
  return (
    <fieldset className="ask" id={id} tabIndex={-1} aria-describedby={described || undefined}>
      <legend>
        {legend}
        {optional && <span className="optional"> {text('states.form.optional')}</span>}
      </legend>
      {help && (
        <p className="help" id={`${id}-h`}>
          {help}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-e`}>
          {error}
        </p>
      )}
      {note}
      {children}
    </fieldset>
  );
}
