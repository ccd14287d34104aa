import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

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
        {invite.error && <Failure error={invite.error} title={text('actors.invite.failed')} />}
        <div className="buttons">
          <button className="button" type="button" disabled={invite.isPending} onClick={press}>
            {text('actors.invite.send')}
          </button>
          <button className="button second" type="button" onClick={onClose}>
            {text('states.form.cancel')}
          </button>
        </div>
      </div>
    </AppDialog>
  );
}
