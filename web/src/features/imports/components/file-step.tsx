import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FilePick } from '../../../shared/files/file-pick.js';
import { useUpload } from '../../../shared/files/use-upload.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { fileSize } from '../../../shared/format/size.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind } from '../api/import-kind.js';
import { largest } from '../api/sheet-values.js';

/** Sends a chosen file at once and goes on to its import. */
function useSending() {
  const text = useText();
  const address = useAddress();
  const go = useNavigate();
  const { operations, purpose, path } = useImportKind();
  const begin = useWrite(operations.begin);
  const [refused, refuse] = useState<string | null>(null);
  const { sending, send } = useUpload({
    purpose,
    failed: text('imports.file.failed'),
    onRefused: refuse,
    onUploaded: async ({ uploadId }) => {
      const { id } = await begin.mutateAsync({ input: { uploadId } });
      await go(address(`${path}/${id}`));
    },
  });
  const take = (file: File) => {
    const sizes = { size: fileSize(text.lang, file.size), maximum: fileSize(text.lang, largest.bytes) };
    const fits = file.size <= largest.bytes;
    refuse(fits ? null : text('imports.file.tooLarge', sizes));
    if (fits) send(file);
  };
  return { sending, refused, take };
}

/** The sheet is chosen; what it holds is read at once. */
export function FileStep() {
  const text = useText();
  const { sending, refused, take } = useSending();
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
          <FilePick
            id="sheetFile"
            label={text('imports.file.choose')}
            accept=".xlsx,.csv,text/csv"
            first
            describedBy={refused ? 'sheet-h sheet-e' : 'sheet-h'}
            wrong={refused !== null}
            busy={sending !== null}
            onPick={take}
          />
        </p>
      </fieldset>
    </form>
  );
}
