import { Controller, useFormContext } from 'react-hook-form';
import { FilePick } from '../../../shared/files/file-pick.js';
import { useUpload } from '../../../shared/files/use-upload.js';
import { fileSize } from '../../../shared/format/size.js';
import { AskGroup, Count } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { largestLetter, longest, type ApplicationValues } from '../api/application-fields.js';

function LetterFile() {
  const text = useText();
  const { watch, formState, setValue, setError, clearErrors } = useFormContext<ApplicationValues>();
  const refuse = (message: string) => setError('letterFile', { type: 'upload', message });
  const { sending, send } = useUpload({
    purpose: 'application-letter',
    failed: text('application.letter.failed'),
    onRefused: refuse,
    onUploaded: (sent) => setValue('letterFile', sent, { shouldDirty: true }),
  });
  const file = watch('letterFile');
  const take = (chosen: File) => {
    clearErrors('letterFile');
    const sizes = { size: fileSize(text.lang, chosen.size), maximum: fileSize(text.lang, largestLetter) };
    if (chosen.size > largestLetter) refuse(text('application.letter.tooLarge', sizes));
    else send(chosen);
  };
  return (
    <p className="attached">
      <span role="status">
        {sending !== null
          ? text('application.letter.sending', { name: sending })
          : file && `${file.name}, ${fileSize(text.lang, file.size)}`}
      </span>
      <FilePick
        id="letterFile"
        label={file ? text('application.letter.chooseOther') : text('application.letter.choose')}
        accept=".pdf,.docx"
        describedBy="letter-h letter-e"
        wrong={formState.errors.letterFile !== undefined}
        busy={sending !== null}
        onPick={take}
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
