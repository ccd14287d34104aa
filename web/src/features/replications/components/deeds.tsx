import type { Replication } from '@alianza/contracts/repository/replications';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useTell } from '../../../shared/page/told.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useKeptWords } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

const limit = 2000;
const asked = ['confirm', 'ask', 'refuse', 'withdraw'] as const;
type What = (typeof asked)[number];

interface Props {
  readonly replication: Replication;
  readonly what: What;
  readonly onClose: () => void;
}

/** Telling the other side reaches their notices too. */
const effects = { alsoChanges: ['notifications.notices'] } as const;

function useDeed({ replication: { id, version }, what, onClose }: Props, forget: () => void) {
  const text = useText();
  const tell = useTell();
  const confirm = useWrite('repository.replications.confirm', effects);
  const question = useWrite('repository.replications.ask', effects);
  const refuse = useWrite('repository.replications.refuse', effects);
  const withdraw = useWrite('repository.replications.withdraw', effects);
  const done = () => {
    forget();
    onClose();
    tell(text(`replications.decide.done.${what}`));
  };
  const deeds: Record<What, (said: string) => Promise<unknown>> = {
    confirm: () => confirm.mutateAsync({ input: { id }, version }),
    ask: (said) => question.mutateAsync({ input: { id, text: said }, version }),
    refuse: (reason) => refuse.mutateAsync({ input: { id, reason }, version }),
    withdraw: () => withdraw.mutateAsync({ input: { id }, version }),
  };
  // the page that is read anew may take this away: a callback of the write would not be called
  const send = (said: string) => void deeds[what](said).then(done, () => undefined);
  const all = [confirm, question, refuse, withdraw];
  return { send, busy: all.some((one) => one.isPending), error: all.find((one) => one.error)?.error };
}

function Words({ what, value, missing, onChange }: { what: What; value: string; missing: boolean; onChange: (value: string) => void }) {
  const text = useText();
  return (
    <Ask
      id="said"
      label={text(`replications.decide.${what}Label`)}
      error={missing ? text(`replications.decide.${what}Missing`) : undefined}
      count={{ used: value.length, limit }}
    >
      {(control) => (
        <textarea className="input" maxLength={limit} {...control} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Ask>
  );
}

/** Names what happens before it does; a question and a refusal are said in words. */
function DeedDialog(props: Props) {
  const text = useText();
  const { replication, what, onClose } = props;
  const { words: said, write, forget } = useKeptWords(`replication.${replication.id}.${what}`);
  const { send, busy, error } = useDeed(props, forget);
  const [missing, setMissing] = useState(false);
  const inWords = what === 'ask' || what === 'refuse';
  const named = { organization: replication.organization.name, title: replication.practice.title };
  const press = (event: SyntheticEvent) => {
    event.preventDefault();
    const unsaid = inWords && said.trim() === '';
    setMissing(unsaid);
    if (unsaid) document.getElementById('said')?.focus();
    else send(said);
  };
  return (
    <AppDialog title={text(`replications.decide.${what}Title`, named)} onClose={onClose}>
      <form className="form" noValidate onSubmit={press}>
        <p>{text(`replications.decide.${what}Text`, named)}</p>
        {inWords && <Words what={what} value={said} missing={missing} onChange={write} />}
        <SendOrCancel
          send={text(inWords ? `replications.decide.${what}Send` : `replications.decide.${what}`)}
          error={error}
          failed={text('replications.decide.failed')}
          busy={busy}
          grave={!(what === 'confirm' || what === 'ask')}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}

const looks: Readonly<Record<What, string>> = {
  confirm: 'button',
  ask: 'button second',
  refuse: 'button grave',
  withdraw: 'button grave',
};

/** What this person may do with it now; each asks before it happens. */
export function Deeds({ replication }: { replication: Replication }) {
  const text = useText();
  const [what, choose] = useState<What | null>(null);
  const open = asked.filter((deed) => replication.may.includes(deed));
  return (
    <>
      {open.length > 0 && (
        <div className="buttons">
          {open.map((deed) => (
            <button className={looks[deed]} type="button" key={deed} onClick={() => choose(deed)}>
              {text(`replications.decide.${deed}`)}
            </button>
          ))}
        </div>
      )}
      {what !== null && <DeedDialog replication={replication} what={what} onClose={() => choose(null)} />}
    </>
  );
}
