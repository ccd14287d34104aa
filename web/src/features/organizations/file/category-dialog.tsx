import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import { useForm } from 'react-hook-form';
import { Ask } from '../../../shared/forms/ask.js';
import { civilDate } from '../../../shared/format/dates.js';
import { now } from '../../../shared/now.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

interface Values {
  readonly category: string;
  readonly since: string;
  readonly reference: string;
  readonly referenceDate: string;
}

interface Props {
  readonly member: MemberFile;
  readonly onClose: () => void;
}

type Form = ReturnType<typeof useForm<Values>>;

/** By what the category is held. */
function GrantQuestions({ form: { register, formState } }: { form: Form }) {
  const text = useText();
  const { reference, referenceDate } = formState.errors;
  return (
    <>
      <Ask id="reference" label={text('members.categorize.reference')} error={reference?.message}>
        {(control) => (
          <input
            className="input"
            maxLength={300}
            {...control}
            {...register('reference', { validate: (value) => value.trim() !== '' || text('members.categorize.referenceMissing') })}
          />
        )}
      </Ask>
      <Ask id="referenceDate" label={text('members.categorize.referenceDate')} error={referenceDate?.message}>
        {(control) => (
          <input
            className="input medium"
            type="date"
            {...control}
            {...register('referenceDate', { required: text('members.categorize.referenceDateMissing') })}
          />
        )}
      </Ask>
    </>
  );
}

function Questions({ form, member, today }: { form: Form; member: MemberFile; today: string }) {
  const text = useText();
  const { categories } = useNetwork();
  const { register, formState } = form;
  const { category, since } = formState.errors;
  return (
    <>
      <Ask id="category" label={text('members.categorize.category')} error={category?.message}>
        {(control) => (
          <select className="input medium" {...control} {...register('category', { required: text('members.categorize.missing') })}>
            <option value="">{text('application.choose')}</option>
            {categories.flatMap(({ code, label, ended }) =>
              ended || code === member.category ? (
                []
              ) : (
                <option key={code} value={code}>
                  {label}
                </option>
              ),
            )}
          </select>
        )}
      </Ask>
      <Ask id="since" label={text('members.categorize.since')} help={text('members.categorize.sinceHelp')} error={since?.message}>
        {(control) => (
          <input
            className="input medium"
            type="date"
            max={today}
            {...control}
            {...register('since', { required: text('members.categorize.sinceMissing') })}
          />
        )}
      </Ask>
      <GrantQuestions form={form} />
    </>
  );
}

/** A new category is a new period, granted by something that is named. */
export function CategoryDialog({ member, onClose }: Props) {
  const text = useText();
  const { zone } = useNetwork();
  const today = civilDate(now().toISOString(), zone);
  const form = useForm<Values>({ defaultValues: { category: '', since: today, reference: '', referenceDate: '' } });
  const change = useWrite('membership.members.change-category', { alsoChanges: ['membership.organizations'] });
  const send = (said: Values) => change.mutate({ input: { id: member.id, ...said }, version: member.version }, { onSuccess: onClose });
  return (
    <AppDialog title={text('members.categorize.title', { name: member.name })} onClose={onClose}>
      <form className="form" noValidate onSubmit={form.handleSubmit(send)}>
        <p>{text('members.categorize.text')}</p>
        <Questions form={form} member={member} today={today} />
        <SendOrCancel
          send={text('members.categorize.send')}
          error={change.error}
          failed={text('members.categorize.failed')}
          busy={change.isPending}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
