import { useForm } from 'react-hook-form';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
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

/** Enough to catch a slip of the hand; the service has the last word. */
function looksLikeAddress(value: string): boolean {
  const [name = '', host = '', more] = value.trim().split('@');
  return name !== '' && more === undefined && host.includes('.') && !host.endsWith('.');
}

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
      <Ask id="invited-email" label={text('operation.invite.email')} error={formState.errors.email?.message}>
        {(control) => (
          <input
            className="input"
            type="email"
            autoComplete="off"
            maxLength={254}
            {...control}
            {...register('email', { validate: (value) => looksLikeAddress(value) || text('operation.invite.emailWrong') })}
          />
        )}
      </Ask>
      <Ask id="invited-language" label={text('operation.invite.language')}>
        {(control) => (
          <select className="input medium" {...control} {...register('language')}>
            <option value="es">{text('frame.language.es')}</option>
            <option value="en">{text('frame.language.en')}</option>
          </select>
        )}
      </Ask>
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
