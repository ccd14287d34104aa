import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../../../shared/api/problem.js';
import { upload } from '../../../shared/api/upload.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { fileSize } from '../../../shared/format/size.js';
import { useApi } from '../../../shared/session/api.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind } from '../api/import-kind.js';
import { largest } from '../api/sheet-values.js';

/** Sends a chosen file at once and goes on to its import. */
function useSending() {
  const text = useText();
  const { caller } = useApi();
  const address = useAddress();
  const go = useNavigate();
  const { operations, purpose, path } = useImportKind();
  const begin = useWrite(operations.begin);
  const [sending, setSending] = useState<string | null>(null);
  const [refused, refuse] = useState<string | null>(null);
  const send = async (file: File) => {
    const sizes = { size: fileSize(text.lang, file.size), maximum: fileSize(text.lang, largest.bytes) };
    if (file.size > largest.bytes) return refuse(text('imports.file.tooLarge', sizes));
    refuse(null);
    setSending(file.name);
    try {
      const { uploadId } = await upload(caller, purpose, file);
      const { id } = await begin.mutateAsync({ input: { uploadId } });
      await go(address(`${path}/${id}`));
    } catch (error) {
      refuse((error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) : null) ?? text('imports.file.failed'));
    } finally {
      setSending(null);
    }
  };
  return { sending, refused, send };
}

/** The sheet is chosen; what it holds is read at once. */
export function FileStep() {
  const text = useText();
  const { sending, refused, send } = useSending();
  const limits = { maximum: fileSize(text.lang, largest.bytes), rows: numberIn(text.lang, largest.rows) };
  return (
    <form className="form is-narrow" noValidate onSubmit={(event) => event.preventDefault()}>
      <fieldset className="ask" id="sheet" tabIndex={-1} aria-describedby={refused ? 'sheet-h sheet-e' : 'sheet-h'}>
        <legend>{text('imports.file.label')}</legend>
        <p className="help" id="sheet-h">
          {text('imports.file.help', limits)}
        </p>
        {refused && (
          <p className="error" id="sheet-e" role="alert">
            {refused}
          </p>
        )}
        <p className="attached">
          <span role="status">{sending !== null && text('imports.file.sending', { name: sending })}</span>
          <label className="button" htmlFor="sheetFile">
            {text('imports.file.choose')}
          </label>
          <input
            className="sr"
            id="sheetFile"
            type="file"
            accept=".xlsx,.csv,text/csv"
            aria-describedby={refused ? 'sheet-h sheet-e' : 'sheet-h'}
            aria-invalid={refused ? true : undefined}
            disabled={sending !== null}
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (chosen) void send(chosen);
            }}
          />
        </p>
      </fieldset>
    </form>
  );
}
