import { Failure } from '../../../shared/page/failure.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

interface Props {
  readonly secret: string;
  readonly organization: string;
  readonly onClose: () => void;
  readonly onWithdrawn: () => void;
}

/** Names what is lost and what stays before it happens. */
export function WithdrawDialog({ secret, organization, onClose, onWithdrawn }: Props) {
  const text = useText();
  const withdraw = useWrite('membership.applications.withdraw');
  const press = () =>
    withdraw.mutate(
      { input: { secret } },
      {
        onSuccess: () => {
          onWithdrawn();
          onClose();
        },
      },
    );
  return (
    <AppDialog title={text('application.withdraw.title', { organization })} onClose={onClose}>
      <p>{text('application.withdraw.text')}</p>
      {withdraw.error && <Failure error={withdraw.error} title={text('application.withdraw.failed')} />}
      <div className="buttons">
        <button className="button grave" type="button" disabled={withdraw.isPending} onClick={press}>
          {text('application.withdraw.press')}
        </button>
        <button className="button second" type="button" onClick={onClose}>
          {text('application.withdraw.keep')}
        </button>
      </div>
    </AppDialog>
  );
}
