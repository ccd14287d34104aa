import type { Letter } from '@alianza/contracts/membership/representation/letters';
import { ReasonDialog } from '../../../shared/forms/reason-dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Sends a letter back with a reason that the organisation reads. */
export function ReturnDialog({ letter: { id, version, organization }, onClose }: { letter: Letter; onClose: () => void }) {
  const text = useText();
  const giveBack = useWrite('membership.letters.return', { alsoChanges: ['membership.roles'] });
  const said = {
    reason: text('people.queue.reason'),
    missing: text('people.queue.reasonMissing'),
    send: text('people.queue.returnSend'),
    failed: text('people.queue.decideFailed'),
  };
  const decide = (reason: string) => giveBack.mutate({ input: { id, reason }, version }, { onSuccess: onClose });
  const title = text('people.queue.returnTitle', { organization });
  return (
    <ReasonDialog title={title} said={said} limit={1000} deciding={giveBack} onDecide={decide} onClose={onClose}>
      {text('people.queue.returnText')}
    </ReasonDialog>
  );
}
