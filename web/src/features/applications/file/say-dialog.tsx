import type { Application } from '@alianza/contracts/membership/applications';
import { ReasonDialog } from '../../../shared/forms/reason-dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

interface Props {
  readonly application: Application;
  readonly what: 'clarify' | 'decline';
  readonly onClose: () => void;
}

/** Sends the applicant a question, or a no with its reason. */
export function SayDialog({ application: { id, version, organization }, what, onClose }: Props) {
  const text = useText();
  const clarify = useWrite('membership.applications.ask');
  const decline = useWrite('membership.applications.decline');
  const decide = (said: string) =>
    what === 'clarify'
      ? clarify.mutate({ input: { id, text: said }, version }, { onSuccess: onClose })
      : decline.mutate({ input: { id, reason: said }, version }, { onSuccess: onClose });
  const said = {
    reason: text(`secretariat.${what}.label`),
    missing: text(`secretariat.${what}.missing`),
    send: text(`secretariat.${what}.send`),
    failed: text(`secretariat.${what}.failed`),
  };
  return (
    <ReasonDialog
      title={text(`secretariat.${what}.title`, { organization })}
      said={said}
      limit={3000}
      grave={what === 'decline'}
      deciding={what === 'clarify' ? clarify : decline}
      onDecide={decide}
      onClose={onClose}
    >
      {text(`secretariat.${what}.text`)}
    </ReasonDialog>
  );
}
