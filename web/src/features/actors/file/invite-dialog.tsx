import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

/** Says to whom what is sent, and that it is not sent twice. */
export function InviteDialog({ actor, onClose }: { actor: ActorFile; onClose: () => void }) {
  const text = useText();
  const invite = useWrite('membership.actors.invite');
  const { contact } = actor;
  const press = () => invite.mutate({ input: { id: actor.id }, version: actor.version }, { onSuccess: onClose });
  return (
    <AppDialog title={text('actors.invite.title', { name: actor.title })} onClose={onClose}>
      <div className="form">
        <p>{text('actors.invite.text', { email: contact?.email ?? '', language: contact?.language ?? 'es' })}</p>
        <SendOrCancel
          send={text('actors.invite.send')}
          error={invite.error}
          failed={text('actors.invite.failed')}
          busy={invite.isPending}
          onSend={press}
          onCancel={onClose}
        />
      </div>
    </AppDialog>
  );
}
