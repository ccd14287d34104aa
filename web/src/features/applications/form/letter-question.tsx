import { useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { Problem } from '../../../shared/api/problem.js';
import { upload } from '../../../shared/api/upload.js';
import { fileSize } from '../../../shared/format/size.js';
import { AskGroup, Count } from '../../../shared/forms/ask.js';
import { useApi } from '../../../shared/session/api.js';
import { useText } from '../../../shared/texts/use-text.js';
import { largestLetter, longest, type ApplicationValues } from '../api/application-fields.js';

/** Sends a chosen file at once, so that what is wrong with it is known beside it. */
function useLetterUpload() {
  const text = useText();
  const { caller } = useApi();
  const { setValue, setError, clearErrors } = useFormContext<ApplicationValues>();
  const [sending, setSending] = useState<string | null>(null);
  const refuse = (message: string) => setError('letterFile', { type: 'upload', message });

  const send = async (file: File) => {
    clearErrors('letterFile');
    if (file.size > largestLetter)
      return refuse(
        text('application.letter.tooLarge', { size: fileSize(text.lang, file.size), maximum: fileSize(text.lang, largestLetter) }),
      );
    setSending(file.name);
    try {
      setValue('letterFile', await upload(caller, 'application-letter', file), { shouldDirty: true });
    } catch (error) {
      refuse((error instanceof Problem ? error.detail : null) ?? text('application.letter.failed'));
    } finally {
      setSending(null);
    }
  };
  return { sending, send };
}

function LetterFile() {
  const text = useText();
  const { sending, send } = useLetterUpload();
  const { watch, formState } = useFormContext<ApplicationValues>();
  const file = watch('letterFile');
  const wrong = formState.errors.letterFile !== undefined;
  return (
    <p className="attached">
      <span role="status">
        {sending !== null
          ? text('application.letter.sending', { name: sending })
          : file && `${file.name}, ${fileSize(text.lang, file.size)}`}
      </span>
      <label className="button second" htmlFor="letterFile">
        {file ? text('application.letter.chooseOther') : text('application.letter.choose')}
      </label>
      <input
        className="sr"
        id="letterFile"
        type="file"
        accept=".pdf,.docx"
        aria-describedby="letter-h letter-e"
        aria-invalid={wrong || undefined}
        disabled={sending !== null}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) void send(chosen);
        }}
      />
    </p>
  );
}

function LetterText() {
  const text = useText();
  const { register, watch, formState } = useFormContext<ApplicationValues>();
  const used = watch('letterText').length;
  return (
    <>
      <textarea
        className="input"
        id="letterText"
        aria-label={text('application.letter.text')}
        aria-describedby="letter-h letter-e"
        aria-invalid={formState.errors.letterText ? true : undefined}
        {...register('letterText')}
      />
      <Count used={used} limit={longest.letterText} />
    </>
  );
}

/** The letter of interest: one of two, a file or its text. */
export function LetterQuestion() {
  const text = useText();
  const { control, watch, formState } = useFormContext<ApplicationValues>();
  const by = watch('letterBy');
  const wrong = by === 'file' ? formState.errors.letterFile : formState.errors.letterText;
  const ways = [
    ['file', text('application.letter.byFile')],
    ['text', text('application.letter.byText')],
  ] as const;
  return (
    <AskGroup id="letter" legend={text('application.letter.label')} help={text('application.letter.help')} error={wrong?.message}>
      {ways.map(([way, label]) => (
        <div key={way}>
          <Controller
            control={control}
            name="letterBy"
            render={({ field }) => (
              <label className="option">
                <input type="radio" name="letterBy" checked={field.value === way} onChange={() => field.onChange(way)} /> {label}
              </label>
            )}
          />
          {by === way && (way === 'file' ? <LetterFile /> : <LetterText />)}
        </div>
      ))}
    </AskGroup>
  );
}
