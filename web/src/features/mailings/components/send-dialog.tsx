import type { MailingPreview } from '@alianza/contracts/notifications/mailings';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { audienceOf, letterOf, type Draft, type Filter } from '../api/draft.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

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
      <SendOrCancel
        send={text('mailings.reach.confirm', { count })}
        error={send.error}
        failed={text('mailings.reach.failed')}
        busy={send.isPending}
        onSend={confirm}
        onCancel={onClose}
      />
    </AppDialog>
  );
}
