import { useForm } from 'react-hook-form';
import { AddressQuestions } from '../../../shared/forms/address-questions.js';
import { AskGroup } from '../../../shared/forms/ask.js';
import { looksLikeAddress } from '../../../shared/forms/mail-address.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

interface Invitation {
  readonly role: 'titular' | 'suplente' | 'editor';
  readonly email: string;
  readonly language: 'es' | 'en';
}

interface Props {
  readonly organizationId?: string | undefined;
  /** Whether there is none, and whoever asks may fill the place. */
  readonly titular: boolean;
  readonly onClose: () => void;
}

/** Sends somebody an invitation to the organisation. */
export function InviteDialog({ organizationId, titular, onClose }: Props) {
  const text = useText();
  const invite = useWrite('membership.invitations.issue', { alsoChanges: ['membership.roles'] });
  const { register, handleSubmit, formState } = useForm<Invitation>({
    defaultValues: { email: '', language: text.lang === 'en' ? 'en' : 'es' },
  });
  const send = ({ role, email, language }: Invitation) =>
    invite.mutate({ input: { organizationId, role, email: email.trim(), language } }, { onSuccess: onClose });
  const roles = titular ? (['titular', 'suplente', 'editor'] as const) : (['suplente', 'editor'] as const);
  const words = { titular: text('people.invite.titular'), suplente: text('people.invite.suplente'), editor: text('people.invite.editor') };
  return (
    <AppDialog title={text('people.invite.title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={handleSubmit(send)}>
        <p>{text('people.invite.text')}</p>
        <AskGroup id="invited-role" legend={text('people.invite.role')} error={formState.errors.role?.message}>
          {roles.map((role) => (
            <label className="option" key={role}>
              <input type="radio" value={role} {...register('role', { required: text('people.invite.roleMissing') })} /> {words[role]}
            </label>
          ))}
        </AskGroup>
        <AddressQuestions
          email={register('email', { validate: (value) => looksLikeAddress(value) || text('people.invite.emailWrong') })}
          language={register('language')}
          error={formState.errors.email}
        />
        <SendOrCancel
          send={text('people.invite.send')}
          error={invite.error}
          failed={text('people.invite.failed')}
          busy={invite.isPending}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
