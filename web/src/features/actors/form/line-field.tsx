import { Ask } from '../../../shared/forms/ask.js';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly lang?: string;
  readonly type?: 'text' | 'url' | 'email';
  readonly inputMode?: 'numeric';
  readonly maxLength: number;
  readonly value: string;
  readonly onSay: (value: string) => void;
}

/** A question answered in one line. */
export function LineField({ id, label, help, error, optional, lang, type = 'text', inputMode, maxLength, value, onSay }: Props) {
  return (
    <Ask id={id} label={label} help={help} error={error} optional={optional}>
      {(control) => (
        <input
          className="input"
          type={type}
          inputMode={inputMode}
          lang={lang}
          maxLength={maxLength}
          autoComplete="off"
          {...control}
          value={value}
          onChange={(event) => onSay(event.target.value)}
        />
      )}
    </Ask>
  );
}
