import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { AppDialog } from '../page/dialog.js';
import { useText } from '../texts/use-text.js';
import { Ask } from './ask.js';
import { SendOrCancel } from './send-or-cancel.js';

/** The part of a write that the dialog shows. */
interface Deciding {
  readonly error: unknown;
  readonly isPending: boolean;
}

interface Props {
  readonly title: string;
  /** What is decided and what becomes of it, before it happens. */
  readonly children: ReactNode;
  readonly said: Readonly<Record<'reason' | 'missing' | 'send' | 'failed', string>> & { readonly help?: string };
  /** Characters, as the contract has them. */
  readonly limit: number;
  /** Takes something away, as most decisions that need a reason do. */
  readonly grave?: boolean;
  readonly deciding: Deciding;
  /** A reason that was written before the page was left on the way to the decision. */
  readonly begun?: string;
  /** What was written before the dialog was closed, where it is kept. */
  readonly kept?: string;
  /** Hears what is written, too. */
  readonly onWrite?: (reason: string) => void;
  readonly onDecide: (reason: string) => void;
  readonly onClose: () => void;
}

/** A decision that whoever it concerns reads a reason for. */
export function ReasonDialog({ title, children, said, limit, grave = true, deciding, begun, kept, onWrite, onDecide, onClose }: Props) {
  const text = useText();
  const id = useId();
  const [reason, say] = useState(begun ?? kept ?? '');
  const [missing, miss] = useState(false);
  const write = (written: string) => {
    say(written);
    onWrite?.(written);
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    miss(reason.trim() === '');
    if (reason.trim() === '') document.getElementById(id)?.focus();
    else onDecide(reason);
  };
  return (
    <AppDialog title={title} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        <p>{children}</p>
        {begun !== undefined && <p className="notice">{text('states.form.begun')}</p>}
        <Ask id={id} label={said.reason} help={said.help} error={missing ? said.missing : undefined} count={{ used: reason.length, limit }}>
          {(control) => (
            <textarea className="input" maxLength={limit} {...control} value={reason} onChange={({ target }) => write(target.value)} />
          )}
        </Ask>
        <SendOrCancel
          send={said.send}
          error={deciding.error}
          failed={said.failed}
          busy={deciding.isPending}
          grave={grave}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
