import type { HeldWideRole } from '@alianza/contracts/membership/representation/network-roles';
import { ReasonDialog } from '../../../shared/forms/reason-dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

const also = { alsoChanges: ['membership.network-roles', 'membership.applications', 'repository.reviews'] };

/** Names whose role ends and what happens to what they had, before it happens. */
export function EndDialog({ row: { id, version, name: person, role }, onClose }: { row: HeldWideRole; onClose: () => void }) {
  const text = useText();
  const end = useWrite('membership.roles.end', also);
  const said = {
    reason: text('networkRoles.end.reason'),
    missing: text('networkRoles.end.reasonMissing'),
    send: text('networkRoles.end.send'),
    failed: text('networkRoles.end.failed'),
  };
  const decide = (reason: string) => end.mutate({ input: { id, reason }, version }, { onSuccess: onClose });
  const title = text('networkRoles.end.title', { person });
  return (
    <ReasonDialog title={title} said={said} limit={1000} deciding={end} onDecide={decide} onClose={onClose}>
      {text('networkRoles.end.text', { person, role: text(`taxonomy.role.${role}`) })}
    </ReasonDialog>
  );
}
