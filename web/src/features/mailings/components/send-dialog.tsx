import type { MailingPreview } from '@alianza/contracts/notifications/mailings';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { audienceOf, letterOf, type Draft, type Filter } from '../api/draft.js';

interface Props {
  readonly draft: Draft;
  readonly filter: Filter;
  readonly preview: MailingPreview;
  readonly onClose: () => void;
  readonly onSent: (id: string) => void;
}

/** The last question: what was sent cannot be called back. */
export function SendDialog({ draft, filter, preview, onClose, onSent }: Props) {
  const text = useText();
  const send = useWrite('notifications.mailings.send');
  const count = preview.recipients.total;
  const confirm = () =>
    send.mutate(
      { input: { to: audienceOf(draft, filter), ...letterOf(draft), digest: preview.digest } },
      { onSuccess: ({ id }) => onSent(id) },
    );
  const subject = draft.subject.es.trim() || draft.subject.en.trim();
  return (
    <AppDialog title={text('mailings.reach.confirmTitle', { subject })} onClose={onClose}>
      <p>{text('mailings.reach.confirmText', { count })}</p>
      {send.error && <Failure error={send.error} title={text('mailings.reach.failed')} />}
      <p className="buttons">
        <button className="button" type="button" disabled={send.isPending} onClick={confirm}>
          {text('mailings.reach.confirm', { count })}
        </button>
        <button className="button second" type="button" onClick={onClose}>
          {text('states.form.cancel')}
        </button>
      </p>
    </AppDialog>
  );
}
