import type { Application } from '@alianza/contracts/membership/applications';
import { useForm } from 'react-hook-form';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { looksLikeAddress } from '../../../shared/forms/mail-address.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { couldBeIt, standingOf, type LikeOrganization } from './standing-of.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

interface Acceptance {
  readonly category: string;
  readonly titularEmail: string;
  readonly reference: string;
  readonly grantedOn: string;
  readonly reason: string;
  /** Whose file of before it is: an id, `none` of them, or empty while that is not said. */
  readonly organizationId: string;
}

const noneOfThem = 'none';

function useAccept({ id, version }: Application, onClose: () => void) {
  const accept = useWrite('membership.applications.accept', {
    alsoChanges: ['membership.organizations', 'membership.members', 'membership.actors'],
  });
  const given = (value: string) => value.trim() || undefined;
  const send = ({ category, titularEmail, reference, grantedOn, reason, organizationId }: Acceptance) => {
    const grant = { reference, grantedOn, reason: given(reason) };
    const is = organizationId === noneOfThem ? null : given(organizationId);
    accept.mutate(
      { input: { id, category, titularEmail: given(titularEmail), organizationId: is, ...grant }, version },
      { onSuccess: onClose },
    );
  };
  return { send, busy: accept.isPending, error: accept.error };
}

type Form = ReturnType<typeof useForm<Acceptance>>;

function Questions({ form }: { form: Form }) {
  const text = useText();
  const { categories } = useNetwork();
  const { register, formState } = form;
  const { category, titularEmail } = formState.errors;
  const judged = (value: string) => value.trim() === '' || looksLikeAddress(value) || text('secretariat.accept.emailWrong');
  return (
    <>
      <Ask
        id="category"
        label={text('secretariat.accept.category')}
        help={text('secretariat.accept.categoryHelp')}
        error={category?.message}
      >
        {(control) => (
          <select className="input medium" {...control} {...register('category', { required: text('secretariat.accept.categoryMissing') })}>
            <option value="">{text('application.choose')}</option>
            {categories
              .filter(({ ended }) => !ended)
              .map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
          </select>
        )}
      </Ask>
      <Ask
        id="titularEmail"
        label={text('secretariat.accept.email')}
        help={text('secretariat.accept.emailHelp')}
        error={titularEmail?.message}
      >
        {(control) => <input className="input" type="email" {...control} {...register('titularEmail', { validate: judged })} />}
      </Ask>
      <GrantQuestions form={form} />
    </>
  );
}

/** Asked only where somebody of the map, or somebody that had left, is alike: two files of one organisation are not put together afterwards. */
function WhichQuestion({ form: { register, formState }, known }: { form: Form; known: readonly LikeOrganization[] }) {
  const text = useText();
  if (known.length === 0) return null;
  const answer = register('organizationId', { required: text('secretariat.accept.whichMissing') });
  return (
    <AskGroup
      id="organizationId"
      legend={text('secretariat.accept.which')}
      help={text('secretariat.accept.whichHelp')}
      error={formState.errors.organizationId?.message}
    >
      {known.map(({ id, name, kind, status }) => (
        <label className="option" key={id}>
          <input type="radio" value={id} {...answer} />{' '}
          {text('secretariat.accept.itIs', { name, standing: standingOf(text, { kind, status }) })}
        </label>
      ))}
      <label className="option">
        <input type="radio" value={noneOfThem} {...answer} /> {text('secretariat.accept.noneOfThem')}
      </label>
    </AskGroup>
  );
}

/** What the decision rests on, and what is said with it. */
function GrantQuestions({ form: { register, formState } }: { form: Form }) {
  const text = useText();
  const named = (value: string) => value.trim() !== '' || text('secretariat.accept.referenceMissing');
  return (
    <>
      <Ask
        id="reference"
        label={text('secretariat.accept.reference')}
        help={text('secretariat.accept.referenceHelp')}
        error={formState.errors.reference?.message}
      >
        {(control) => <input className="input" maxLength={300} {...control} {...register('reference', { validate: named })} />}
      </Ask>
      <Ask id="grantedOn" label={text('secretariat.accept.grantedOn')} error={formState.errors.grantedOn?.message}>
        {(control) => (
          <input
            className="input medium"
            type="date"
            {...control}
            {...register('grantedOn', { required: text('secretariat.accept.grantedOnMissing') })}
          />
        )}
      </Ask>
      <Ask id="reason" label={text('secretariat.accept.reason')} help={text('secretariat.accept.reasonHelp')} optional>
        {(control) => <textarea className="input" maxLength={3000} {...control} {...register('reason')} />}
      </Ask>
    </>
  );
}

/** Says what acceptance does before it is done. */
export function AcceptDialog({ application, onClose }: { application: Application; onClose: () => void }) {
  const text = useText();
  const form = useForm<Acceptance>({
    defaultValues: { category: '', titularEmail: application.email, reference: '', grantedOn: '', reason: '', organizationId: '' },
  });
  const { send, busy, error } = useAccept(application, onClose);
  const alike = useRead('membership.applications.duplicates', { id: application.id });
  return (
    <AppDialog title={text('secretariat.accept.title', { organization: application.organization })} onClose={onClose}>
      <form className="form" noValidate onSubmit={form.handleSubmit(send)}>
        <p>{text('secretariat.accept.text')}</p>
        <Loaded query={alike} failed={text('secretariat.duplicates.failed')} skeleton={<RowsSkeleton rows={1} />}>
          {({ organizations }) => <WhichQuestion form={form} known={organizations.filter(couldBeIt)} />}
        </Loaded>
        <Questions form={form} />
        <SendOrCancel
          send={text('secretariat.accept.press')}
          error={error}
          failed={text('secretariat.accept.failed')}
          busy={busy || alike.data === undefined}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
