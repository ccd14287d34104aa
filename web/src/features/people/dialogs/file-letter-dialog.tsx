import type { HeldRole } from '@alianza/contracts/membership/representation/roles';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { Uploaded } from '../../../shared/api/upload.js';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { LetterFileQuestion } from './letter-file-question.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

export interface LetterValues {
  readonly file: Uploaded | null;
  readonly office: string;
  readonly dated: string;
  readonly validUntil: string;
}

function Questions({ form }: { form: UseFormReturn<LetterValues> }) {
  const text = useText();
  const { register, formState, getValues } = form;
  const { office, dated, validUntil } = formState.errors;
  const inOrder = (value: string) => value >= getValues('dated') || text('people.file.missing.order');
  return (
    <>
      <LetterFileQuestion form={form} />
      <Ask id="office" label={text('people.file.office')} help={text('people.file.officeHelp')} error={office?.message}>
        {(control) => (
          <input className="input" maxLength={200} {...control} {...register('office', { required: text('people.file.missing.office') })} />
        )}
      </Ask>
      <Ask id="dated" label={text('people.file.dated')} error={dated?.message}>
        {(control) => (
          <input
            className="input medium"
            type="date"
            {...control}
            {...register('dated', { required: text('people.file.missing.dated') })}
          />
        )}
      </Ask>
      <Ask id="validUntil" label={text('people.file.validUntil')} help={text('people.file.validUntilHelp')} error={validUntil?.message}>
        {(control) => (
          <input
            className="input medium"
            type="date"
            {...control}
            {...register('validUntil', { required: text('people.file.missing.validUntil'), validate: inOrder })}
          />
        )}
      </Ask>
    </>
  );
}

/** Hands the secretariat the letter that designates somebody. */
export function FileLetterDialog({ row, onClose }: { row: HeldRole; onClose: () => void }) {
  const text = useText();
  const file = useWrite('membership.letters.file', { alsoChanges: ['membership.roles'] });
  const form = useForm<LetterValues>({ defaultValues: { file: null, office: '', dated: '', validUntil: '' } });
  const send = ({ file: uploaded, office, dated, validUntil }: LetterValues) => {
    if (uploaded === null) return;
    const input = { roleId: row.id, uploadId: uploaded.uploadId, office: office.trim(), dated, validUntil };
    file.mutate({ input }, { onSuccess: onClose });
  };
  return (
    <AppDialog title={text('people.file.title', { person: row.name })} onClose={onClose}>
      <form className="form" noValidate onSubmit={form.handleSubmit(send)}>
        <p>{text('people.file.text')}</p>
        <Questions form={form} />
        <SendOrCancel
          send={text('people.file.send')}
          error={file.error}
          failed={text('people.file.failed')}
          busy={file.isPending}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
