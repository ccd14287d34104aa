import type { OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import { useForm } from 'react-hook-form';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { titularIn } from '../api/letters-due.js';
import { HandoverQuestions, other, type Handing } from './handover-questions.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

interface Props {
  readonly people: OrganizationPeople;
  readonly onClose: () => void;
}

const changes = { alsoChanges: ['membership.roles', 'membership.letters'] };

/** By an invitation, or at once where the secretariat says so or nobody holds the role. */
function useHandover({ people, onClose }: Props) {
  const text = useText();
  const begin = useWrite('membership.handovers.begin', changes);
  const complete = useWrite('membership.handovers.complete', changes);
  const language = text.lang === 'en' ? 'en' : 'es';
  const organizationId = people.organization.id;
  const atOnce = ({ who, now = false }: Handing) => (now || titularIn(people.items) === undefined) && who !== other;
  const send = (handing: Handing) => {
    const { who, email = '', language: chosen = language, becomes = 'nothing' } = handing;
    const done = { onSuccess: onClose };
    if (atOnce(handing)) return complete.mutate({ input: { organizationId, personId: who, becomes } }, done);
    const to = who === other ? { email: email.trim() } : { personId: who };
    return begin.mutate({ input: { organizationId, ...to, language: chosen, becomes } }, done);
  };
  return { send, atOnce, language, busy: begin.isPending || complete.isPending, error: begin.error ?? complete.error } as const;
}

/** Passes the role of titular on. */
export function HandoverDialog(props: Props) {
  const text = useText();
  const may = useMay();
  const { people, onClose } = props;
  const { send, atOnce, language, busy, error } = useHandover(props);
  const form = useForm<Handing>({
    shouldUnregister: true,
    defaultValues: { who: '', email: '', language, becomes: 'suplente', now: false },
  });
  const now = atOnce(form.watch());
  return (
    <AppDialog title={text('people.handover.title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={form.handleSubmit(send)}>
        <p>{text(now ? 'people.handover.textNow' : 'people.handover.text')}</p>
        <HandoverQuestions people={people} form={form} decides={may('letters:accredit')} />
        <SendOrCancel
          send={text(now ? 'people.handover.sendNow' : 'people.handover.send')}
          error={error}
          failed={text('people.handover.failed')}
          busy={busy}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
