import type { Input } from '../api/call.js';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../forms/ask.js';
import { AppDialog } from '../page/dialog.js';
import { useTell } from '../page/told.js';
import { useWrite } from '../session/queries.js';
import { useText } from '../texts/use-text.js';
import { SendOrCancel } from '../forms/send-or-cancel.js';

type Cause = Input<'repository.withdrawals.withdraw'>['cause'];

/** As the contract has them. */
const causes = ['owner-request', 'inaccurate', 'superseded', 'duplicate', 'rights', 'privacy', 'other'] as const satisfies readonly Cause[];
const limit = 1000;

interface Props {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function useWithdraw({ id, onDone }: Props) {
  const text = useText();
  const { lang } = text;
  const tell = useTell();
  const [cause, setCause] = useState<Cause | ''>('');
  const [said, setSaid] = useState({ own: '', other: '' });
  const [tried, setTried] = useState(false);
  const withdraw = useWrite('repository.withdrawals.withdraw', { alsoChanges: ['repository.practices', 'repository.verifications'] });
  const other = lang === 'es' ? 'en' : 'es';
  const done = () => {
    onDone();
    tell(text('review.withdraw.told'));
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (cause === '' || said.own.trim() === '') {
      document.getElementById(cause === '' ? 'cause' : 'why')?.focus();
      return;
    }
    const reason = {
      original: lang === 'en' ? 'en' : 'es',
      [lang]: said.own,
      ...(said.other.trim() !== '' && { [other]: said.other }),
    } as const;
    void withdraw.mutateAsync({ input: { id, cause, reason } }).then(done, () => undefined);
  };
  return { cause, setCause, said, setSaid, tried, other, send, busy: withdraw.isPending, error: withdraw.error };
}

type Withdraw = ReturnType<typeof useWithdraw>;

function AskCause({ cause, setCause, tried }: Withdraw) {
  const text = useText();
  return (
    <Ask id="cause" label={text('review.withdraw.cause')} error={tried && cause === '' ? text('review.withdraw.causeMissing') : undefined}>
      {(control) => (
        <select className="input" {...control} value={cause} onChange={(event) => setCause(event.target.value as Cause)}>
          <option value="">{text('review.withdraw.choose')}</option>
          {causes.map((one) => (
            <option key={one} value={one}>
              {text(`taxonomy.withdrawalCause.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Ask>
  );
}

function AskReason({ said, setSaid, tried, other }: Withdraw) {
  const text = useText();
  const missing = tried && said.own.trim() === '';
  return (
    <>
      <Ask
        id="why"
        label={text('review.withdraw.reason')}
        error={missing ? text('review.withdraw.reasonMissing') : undefined}
        count={{ used: said.own.length, limit }}
      >
        {(control) => (
          <textarea
            className="input"
            maxLength={limit}
            {...control}
            value={said.own}
            onChange={(event) => setSaid({ ...said, own: event.target.value })}
          />
        )}
      </Ask>
      <Ask id="why-other" label={text('review.withdraw.reasonOther')} optional>
        {(control) => (
          <textarea
            className="input"
            lang={other}
            maxLength={limit}
            {...control}
            value={said.other}
            onChange={(event) => setSaid({ ...said, other: event.target.value })}
          />
        )}
      </Ask>
    </>
  );
}

/** Takes a practice from the public, saying why to whoever comes to its address. */
export function WithdrawDialog(props: Props) {
  const text = useText();
  const withdraw = useWithdraw(props);
  return (
    <AppDialog title={text('review.withdraw.title', { title: props.title })} onClose={props.onClose}>
      <form className="form" noValidate onSubmit={withdraw.send}>
        <p>{text('review.withdraw.text')}</p>
        <AskCause {...withdraw} />
        <AskReason {...withdraw} />
        <SendOrCancel
          send={text('review.withdraw.send')}
          error={withdraw.error}
          failed={text('review.withdraw.failed')}
          busy={withdraw.busy}
          grave
          onCancel={props.onClose}
        />
      </form>
    </AppDialog>
  );
}
