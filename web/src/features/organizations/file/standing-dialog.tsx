import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import { ReasonDialog } from '../../../shared/forms/reason-dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

export type Verb = 'suspend' | 'reinstate' | 'withdraw';

interface Props {
  readonly member: MemberFile;
  readonly verb: Verb;
  readonly onClose: () => void;
}

const also = { alsoChanges: ['membership.members'] };

/** Says what the decision does and to whom, and asks for its reason. */
export function StandingDialog({ member: { id, version, name }, verb, onClose }: Props) {
  const text = useText();
  const decision = {
    suspend: useWrite('membership.organizations.suspend', also),
    reinstate: useWrite('membership.organizations.reinstate', also),
    withdraw: useWrite('membership.organizations.withdraw', also),
  }[verb];
  const said = {
    reason: text('members.decide.reason'),
    help: text('members.decide.reasonHelp'),
    missing: text('members.decide.reasonMissing'),
    send: text(`members.decide.${verb}.send`),
    failed: text('members.decide.failed'),
  };
  const dialog = { title: text(`members.decide.${verb}.title`, { name }), said, limit: 1000, grave: verb !== 'reinstate', onClose };
  const decide = (reason: string) => decision.mutate({ input: { id, reason }, version }, { onSuccess: onClose });
  return (
    <ReasonDialog {...dialog} deciding={decision} onDecide={decide}>
      {text(`members.decide.${verb}.text`)}
    </ReasonDialog>
  );
}
