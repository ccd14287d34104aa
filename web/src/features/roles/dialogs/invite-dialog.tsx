import type { NetworkWideRole } from '@alianza/contracts/membership/representation/granting';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { mayGive } from '../api/granting-values.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

interface Offer {
  readonly role: NetworkWideRole;
  readonly email: string;
  readonly language: 'es' | 'en';
}

/** Enough to catch a slip of the hand; the service has the last word. */
const address = /^[^@\s]+@[^@\s.]+\.[^@\s]*[^@\s.]$/;

function Questions({ register, formState: { errors } }: Pick<UseFormReturn<Offer>, 'register' | 'formState'>) {
  const text = useText();
  const { roles } = useSession();
  const isAddress = (email: string) => (email.length <= 254 && address.test(email.trim())) || text('networkRoles.invite.emailWrong');
  const email = register('email', { validate: isAddress });
  return (
    <>
      <AskGroup id="offered-role" legend={text('networkRoles.invite.role')} error={errors.role?.message}>
        {mayGive(roles).map((role) => (
          <label className="option" key={role}>
            <input type="radio" value={role} {...register('role', { required: text('networkRoles.invite.roleMissing') })} />{' '}
            {text(`taxonomy.role.${role}`)} <small className="minor">{text(`networkRoles.describes.${role}`)}</small>
          </label>
        ))}
      </AskGroup>
      <Ask id="offered-email" label={text('networkRoles.invite.email')} error={errors.email?.message}>
        {(control) => <input className="input" type="email" autoComplete="off" maxLength={254} {...control} {...email} />}
      </Ask>
      <Ask id="offered-language" label={text('networkRoles.invite.language')}>
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

/** Offers somebody a role; what each one may do stands beside it. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const invite = useWrite('membership.network-roles.invite');
  const { register, handleSubmit, formState } = useForm<Offer>({
    defaultValues: { email: '', language: text.lang === 'en' ? 'en' : 'es' },
  });
  const send = ({ role, email, language }: Offer) =>
    invite.mutate({ input: { role, email: email.trim(), language } }, { onSuccess: onClose });
  return (
    <AppDialog title={text('networkRoles.invite.title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={handleSubmit(send)}>
        <p>{text('networkRoles.invite.text')}</p>
        <Questions register={register} formState={formState} />
        <SendOrCancel
          send={text('networkRoles.invite.send')}
          error={invite.error}
          failed={text('networkRoles.invite.failed')}
          busy={invite.isPending}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
