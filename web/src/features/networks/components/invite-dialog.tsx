import { useForm } from 'react-hook-form';
import { AddressQuestions } from '../../../shared/forms/address-questions.js';
import { AskGroup } from '../../../shared/forms/ask.js';
import { looksLikeAddress } from '../../../shared/forms/mail-address.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

interface Values {
  readonly role: 'secretariat-lead' | 'secretariat';
  readonly email: string;
  readonly language: 'es' | 'en';
}

const roles = ['secretariat-lead', 'secretariat'] as const;

type Form = ReturnType<typeof useForm<Values>>;

function Questions({ form: { register, formState } }: { form: Form }) {
  const text = useText();
  return (
    <>
      <AskGroup id="invited-role" legend={text('operation.people.role')}>
        {roles.map((role) => (
          <label className="option" key={role}>
            <input type="radio" value={role} {...register('role')} /> {text(`taxonomy.role.${role}`)}
          </label>
        ))}
      </AskGroup>
      <AddressQuestions
        email={register('email', { validate: (value) => looksLikeAddress(value) || text('people.invite.emailWrong') })}
        language={register('language')}
        error={formState.errors.email}
      />
    </>
  );
}

/** Sends somebody an invitation to run the network. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { name, languages } = useNetwork();
  const invite = useWrite('membership.secretariats.invite');
  const form = useForm<Values>({ defaultValues: { role: 'secretariat-lead', email: '', language: languages[0] ?? 'es' } });
  const send = ({ email, ...said }: Values) => invite.mutate({ input: { ...said, email: email.trim() } }, { onSuccess: onClose });
  return (
    <AppDialog title={text('operation.invite.title', { network: name })} onClose={onClose}>
      <form className="form" noValidate onSubmit={form.handleSubmit(send)}>
        <p>{text('operation.invite.text')}</p>
        <Questions form={form} />
        <SendOrCancel
          send={text('operation.invite.send')}
          error={invite.error}
          failed={text('operation.invite.failed')}
          busy={invite.isPending}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
