import type { UseFormReturn } from 'react-hook-form';
import { FilePick } from '../../../shared/files/file-pick.js';
import { useUpload } from '../../../shared/files/use-upload.js';
import { fileSize } from '../../../shared/format/size.js';
import { AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { LetterValues } from './file-letter-dialog.js';

/** Sent as soon as it is chosen. */
export function LetterFileQuestion({ form }: { form: UseFormReturn<LetterValues> }) {
  const text = useText();
  const { sending, send } = useUpload({
    purpose: 'designation-letter',
    failed: text('people.file.uploadFailed'),
    onRefused: (message) => form.setError('file', { type: 'upload', message }),
    onUploaded: (sent) => form.setValue('file', sent, { shouldValidate: true }),
  });
  const take = (chosen: File) => {
    form.clearErrors('file');
    send(chosen);
  };
  form.register('file', { validate: (value) => value !== null || text('people.file.missing.file') });
  const file = form.watch('file');
  const wrong = form.formState.errors.file;
  return (
    <AskGroup id="letter" legend={text('people.file.file')} help={text('people.file.fileHelp')} error={wrong?.message}>
      <p className="attached">
        <span role="status">
          {sending === null ? file && `${file.name}, ${fileSize(text.lang, file.size)}` : text('people.file.sending', { name: sending })}
        </span>
        <FilePick
          id="letter-file"
          label={file ? text('people.file.chooseOther') : text('people.file.choose')}
          accept=".pdf"
          describedBy="letter-h letter-e"
          wrong={wrong !== undefined}
          busy={sending !== null}
          onPick={take}
        />
      </p>
    </AskGroup>
  );
}
