import type { NetworkWideRole } from '@alianza/contracts/membership/representation/granting';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { AddressQuestions } from '../../../shared/forms/address-questions.js';
import { AskGroup } from '../../../shared/forms/ask.js';
import { looksLikeAddress } from '../../../shared/forms/mail-address.js';
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

function Questions({ register, formState: { errors } }: Pick<UseFormReturn<Offer>, 'register' | 'formState'>) {
  const text = useText();
  const { roles } = useSession();
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
      <AddressQuestions
        email={register('email', { validate: (value) => looksLikeAddress(value) || text('people.invite.emailWrong') })}
        language={register('language')}
        error={errors.email}
      />
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
