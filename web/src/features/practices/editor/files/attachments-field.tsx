import type { Attachment } from '@alianza/contracts/repository/files/record-files';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { languageName } from '../../../../shared/format/names.js';
import { fileSize } from '../../../../shared/format/size.js';
import { Ask, AskGroup } from '../../../../shared/forms/ask.js';
import { useTaking } from '../../../../shared/practice/record-files.js';
import { useText } from '../../../../shared/texts/use-text.js';
import { attachmentValues, type AttachmentValues } from '../../api/file-values.js';
import type { PracticeValues } from '../../api/practice-values.js';
import { useWrong } from '../editor-context.js';
import { FieldNotes } from '../fields/field-notes.js';
import { wrongInWords } from '../fields/field-words.js';
import { DropZone } from './drop-zone.js';
import { PlaceButtons } from './place-buttons.js';
import { useBringing } from './use-bringing.js';

const most = 10;
const largest = 25 * 2 ** 20;
const accepted = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp';
const written = ['es', 'en', 'pt', 'fr', 'mul'];

function Words({ index, file }: { index: number; file: AttachmentValues }) {
  const text = useText();
  const { register } = useFormContext<PracticeValues>();
  const { take } = useTaking();
  return (
    <>
      <p>
        <button className="link" type="button" onClick={() => take(file.id)}>
          {file.name}
        </button>{' '}
        <small className="minor">{fileSize(text.lang, file.size)}</small>
      </p>
      <Ask id={`attachments-${String(index)}-title`} label={text('files.title')}>
        {(control) => <input className="input" maxLength={200} {...control} {...register(`attachments.${index}.title`)} />}
      </Ask>
      <Ask id={`attachments-${String(index)}-language`} label={text('files.language')}>
        {(control) => (
          <select className="input medium" {...control} {...register(`attachments.${index}.language`)}>
            <option value="">{text('practiceForm.unsaid')}</option>
            {written.map((code) => (
              <option key={code} value={code}>
                {code === 'mul' ? text('practice.severalLanguages') : languageName(text.lang, code)}
              </option>
            ))}
          </select>
        )}
      </Ask>
    </>
  );
}

/** Guides, toolkits and reports that come with a practice. */
export function AttachmentsField() {
  const text = useText();
  const { control } = useFormContext<PracticeValues>();
  const { fields, append, move, remove } = useFieldArray({ control, name: 'attachments', keyName: 'fieldKey' });
  const wrong = useWrong('attachments');
  const { sending, refused, send } = useBringing<Attachment>({
    purpose: 'practice-file',
    operation: 'repository.attachments.add',
    largest,
    room: most - fields.length,
    onBrought: (file) => append(attachmentValues(file), { shouldFocus: false }),
  });
  return (
    <AskGroup
      id="attachments"
      legend={text('files.attachments')}
      help={text('files.attachmentsHelp')}
      optional
      error={wrong && wrongInWords(text, 'attachments', wrong)}
      note={<FieldNotes field="attachments" />}
    >
      <ol className="source-list">
        {fields.map((file, index) => (
          <li className="source" key={file.fieldKey}>
            <Words index={index} file={file} />
            <PlaceButtons
              name={file.name}
              index={index}
              count={fields.length}
              onMove={(to) => move(index, to)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <DropZone
        id="attachments"
        label={text('files.addAttachment')}
        orDrop={text('files.orDrop')}
        accept={accepted}
        sending={sending}
        refused={refused}
        full={fields.length >= most}
        onFiles={send}
      />
    </AskGroup>
  );
}
