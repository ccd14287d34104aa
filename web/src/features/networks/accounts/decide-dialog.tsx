import { ReasonDialog } from '../../../shared/forms/reason-dialog.js';
import { useTell } from '../../../shared/page/told.js';
import { useWrite } from '../../../shared/session/queries.js';
import type { Unsent } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';

export type Deed = 'disable' | 'enable' | 'reset';

/** What is being decided, of whom. */
export interface Asked {
  readonly deed: Deed;
  readonly person: { readonly id: string; readonly name: string };
  /** Written before the sign-in that the decision asked for. */
  readonly begun?: string;
}

/** What was kept of a decision on the way to the provider's pages; null where that is not it. */
export function begunDecision(kept: string | null): Asked | null {
  return kept === null ? null : (JSON.parse(kept) as Asked);
}

interface Props {
  readonly asked: Asked;
  readonly unsent: Unsent;
  readonly onClose: () => void;
}

const also = { alsoChanges: ['membership.accounts', 'membership.network-roles'] };

function useDeed(deed: Deed) {
  const disable = useWrite('membership.people.disable', also);
  const enable = useWrite('membership.people.enable', also);
  const reset = useWrite('membership.accounts.reset-second-factor');
  return { disable, enable, reset }[deed];
}

/** What becomes of an account, and why: the reason stays in the log, and a reset tells it to the person. */
export function DecideDialog({ asked, unsent, onClose }: Props) {
  const { deed, person, begun } = asked;
  const { id, name } = person;
  const text = useText();
  const tell = useTell();
  const decision = useDeed(deed);
  const say = (key: string) => text(`people.accounts.${deed}.${key}`, { person: name });
  const said = {
    reason: text('people.accounts.reason'),
    help: say('help'),
    missing: text('people.accounts.reasonMissing'),
    send: say('send'),
    failed: say('failed'),
  };
  const close = () => {
    unsent.forget();
    onClose();
  };
  const keep = (reason: string) => unsent.keep(JSON.stringify({ deed, person: { id, name }, begun: reason } satisfies Asked));
  const decide = (reason: string) => {
    const onSuccess = () => {
      tell(say('done'));
      close();
    };
    decision.mutate({ input: { id, reason } }, { onSuccess, onError: keep(reason) });
  };
  return (
    <ReasonDialog
      title={say('title')}
      said={said}
      limit={1000}
      grave={deed !== 'enable'}
      deciding={decision}
      begun={begun}
      onWrite={(reason) => keep(reason)(decision.error)}
      onDecide={decide}
      onClose={close}
    >
      {say('text')}
    </ReasonDialog>
  );
}
