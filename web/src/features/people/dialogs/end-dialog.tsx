import type { HeldRole } from '@alianza/contracts/membership/representation/roles';
import { ReasonDialog } from '../../../shared/forms/reason-dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Names what ends and what stays before it happens. */
export function EndDialog({ row: { id, version, name: person }, onClose }: { row: HeldRole; onClose: () => void }) {
  const text = useText();
  const end = useWrite('membership.roles.end');
  const said = {
    reason: text('people.end.reason'),
    missing: text('people.end.reasonMissing'),
    send: text('people.end.send'),
    failed: text('people.end.failed'),
  };
  const decide = (reason: string) => end.mutate({ input: { id, reason }, version }, { onSuccess: onClose });
  const title = text('people.end.title', { person });
  return (
    <ReasonDialog title={title} said={said} limit={1000} deciding={end} onDecide={decide} onClose={onClose}>
      {text('people.end.text')}
    </ReasonDialog>
  );
}
