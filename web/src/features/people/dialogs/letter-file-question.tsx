import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Problem } from '../../../shared/api/problem.js';
import { upload } from '../../../shared/api/upload.js';
import { fileSize } from '../../../shared/format/size.js';
import { AskGroup } from '../../../shared/forms/ask.js';
import { useApi } from '../../../shared/session/api.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { LetterValues } from './file-letter-dialog.js';

/** Sent as soon as it is chosen, so that what is wrong with it is known beside it. */
function useLetterUpload({ setValue, setError, clearErrors }: UseFormReturn<LetterValues>) {
  const text = useText();
  const { caller } = useApi();
  const [sending, setSending] = useState<string | null>(null);
  const send = async (file: File) => {
    clearErrors('file');
    setSending(file.name);
    try {
      setValue('file', await upload(caller, 'designation-letter', file), { shouldValidate: true });
    } catch (error) {
      const message = (error instanceof Problem ? error.detail : null) ?? text('people.file.uploadFailed');
      setError('file', { type: 'upload', message });
    } finally {
      setSending(null);
    }
  };
  return { sending, send };
}

export function LetterFileQuestion({ form }: { form: UseFormReturn<LetterValues> }) {
  const text = useText();
  const { sending, send } = useLetterUpload(form);
  form.register('file', { validate: (value) => value !== null || text('people.file.missing.file') });
  const file = form.watch('file');
  const wrong = form.formState.errors.file;
  return (
    <AskGroup id="letter" legend={text('people.file.file')} help={text('people.file.fileHelp')} error={wrong?.message}>
      <p className="attached">
        <span role="status">
          {sending === null ? file && `${file.name}, ${fileSize(text.lang, file.size)}` : text('people.file.sending', { name: sending })}
        </span>
        <label className="button second" htmlFor="letter-file">
          {file ? text('people.file.chooseOther') : text('people.file.choose')}
        </label>
        <input
          className="sr"
          id="letter-file"
          type="file"
          accept=".pdf"
          aria-describedby="letter-h letter-e"
          aria-invalid={wrong ? true : undefined}
          disabled={sending !== null}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) void send(chosen);
          }}
        />
      </p>
    </AskGroup>
  );
}
