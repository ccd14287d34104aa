import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

export type Verb = 'suspend' | 'reinstate' | 'withdraw';

interface Props {
  readonly member: MemberFile;
  readonly verb: Verb;
  readonly onClose: () => void;
}

const limit = 1000;
const also = { alsoChanges: ['membership.members'] };

function useDecision({ member: { id, version }, verb, onClose }: Props) {
  const decisions = {
    suspend: useWrite('membership.organizations.suspend', also),
    reinstate: useWrite('membership.organizations.reinstate', also),
    withdraw: useWrite('membership.organizations.withdraw', also),
  };
  const { mutate, isPending, error } = decisions[verb];
  return { decide: (reason: string) => mutate({ input: { id, reason }, version }, { onSuccess: onClose }), busy: isPending, error };
}

/** Says what the decision does and to whom, and asks for its reason. */
export function StandingDialog(props: Props) {
  const { member, verb, onClose } = props;
  const text = useText();
  const { decide, busy, error } = useDecision(props);
  const [reason, say] = useState('');
  const [missing, miss] = useState(false);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    miss(reason.trim() === '');
    if (reason.trim() === '') document.getElementById('reason')?.focus();
    else decide(reason);
  };
  return (
    <AppDialog title={text(`members.decide.${verb}.title`, { name: member.name })} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        <p>{text(`members.decide.${verb}.text`)}</p>
        <Ask
          id="reason"
          label={text('members.decide.reason')}
          help={text('members.decide.reasonHelp')}
          error={missing ? text('members.decide.reasonMissing') : undefined}
          count={{ used: reason.length, limit }}
        >
          {(control) => (
            <textarea className="input" maxLength={limit} {...control} value={reason} onChange={(event) => say(event.target.value)} />
          )}
        </Ask>
        {error && <Failure error={error} title={text('members.decide.failed')} />}
        <div className="buttons">
          <button className={verb === 'reinstate' ? 'button' : 'button grave'} type="submit" disabled={busy}>
            {text(`members.decide.${verb}.send`)}
          </button>
          <button className="button second" type="button" onClick={onClose}>
            {text('states.form.cancel')}
          </button>
        </div>
      </form>
    </AppDialog>
  );
}
