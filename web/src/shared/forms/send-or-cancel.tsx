import { Failure } from '../page/failure.js';
import { useText } from '../texts/use-text.js';

interface Props {
  readonly send: string;
  /** What was not taken, and what is said over it. */
  readonly error: unknown;
  readonly failed: string;
  readonly busy: boolean;
  /** Takes something away. */
  readonly grave?: boolean;
  /** Where nothing is written first; else its form is submitted. */
  readonly onSend?: () => void;
  readonly onCancel: () => void;
}

/** The end of whatever is asked: why it was not taken, and the two ways out. */
export function SendOrCancel({ send, error, failed, busy, grave = false, onSend, onCancel }: Props) {
  const text = useText();
  return (
    <>
      {Boolean(error) && <Failure error={error} title={failed} />}
      <div className="buttons">
        <button className={grave ? 'button grave' : 'button'} type={onSend ? 'button' : 'submit'} disabled={busy} onClick={onSend}>
          {send}
        </button>
        <button className="button second" type="button" onClick={onCancel}>
          {text('states.form.cancel')}
        </button>
      </div>
    </>
  );
}
