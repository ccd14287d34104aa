import { Ask } from './ask.js';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly lang?: string;
  readonly type?: 'text' | 'url' | 'email';
  readonly inputMode?: 'numeric';
  readonly autoComplete?: 'name' | 'email';
  /** As wide as a short answer. */
  readonly short?: boolean;
  readonly maxLength: number;
  readonly value: string;
  readonly onSay: (value: string) => void;
}

/** A question answered in one line. */
export function LineField({ id, label, help, error, optional, short = false, value, onSay, ...input }: Props) {
  return (
    <Ask id={id} label={label} help={help} error={error} optional={optional}>
      {(control) => (
        <input
          className={short ? 'input medium' : 'input'}
          autoComplete="off"
          {...input}
          {...control}
          value={value}
          onChange={(event) => onSay(event.target.value)}
        />
      )}
    </Ask>
  );
}
