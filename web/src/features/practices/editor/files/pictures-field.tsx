import { pictureLicences } from '@alianza/contracts/repository/files/picture-files';
import type { Picture } from '@alianza/contracts/repository/files/record-files';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { languageName } from '../../../../shared/format/names.js';
import { Ask, AskGroup } from '../../../../shared/forms/ask.js';
import { pictureLicenceName } from '../../../../shared/practice/picture-licence.js';
import { PicturePreview } from '../../../../shared/practice/picture-preview.js';
import { useText } from '../../../../shared/texts/use-text.js';
import { pictureValues, type PictureValues } from '../../api/file-values.js';
import type { PracticeValues } from '../../api/practice-values.js';
import { useWrong } from '../editor-context.js';
import { FieldNotes } from '../fields/field-notes.js';
import { wrongInWords } from '../fields/field-words.js';
import { DropZone } from './drop-zone.js';
import { PlaceButtons } from './place-buttons.js';
import { useBringing } from './use-bringing.js';

const most = 6;
const largest = 15 * 2 ** 20;

function Words({ index }: { index: number }) {
  const text = useText();
  const { register, watch } = useFormContext<PracticeValues>();
  const original = watch('original');
  const sides = original === 'es' ? (['es', 'en'] as const) : (['en', 'es'] as const);
  const id = (part: string) => `pictures-${String(index)}-${part}`;
  return (
    <>
      {sides.map((lang) => (
        <Ask
          key={lang}
          id={id(`alt-${lang}`)}
          label={text(lang === original ? 'files.alt' : 'files.altIn', { language: languageName(text.lang, lang) })}
          help={lang === original ? text('files.altHelp') : undefined}
          optional={lang !== original}
        >
          {(control) => <input className="input" lang={lang} maxLength={300} {...control} {...register(`pictures.${index}.alt.${lang}`)} />}
        </Ask>
      ))}
      <Ask id={id('credit')} label={text('files.credit')} help={text('files.creditHelp')}>
        {(control) => <input className="input" maxLength={200} {...control} {...register(`pictures.${index}.credit`)} />}
      </Ask>
      <Ask id={id('licence')} label={text('files.licenceLabel')}>
        {(control) => (
          <select className="input medium" {...control} {...register(`pictures.${index}.licence`)}>
            <option value="">{text('practiceForm.unsaid')}</option>
            {pictureLicences.map((code) => (
              <option key={code} value={code}>
                {pictureLicenceName(text, code)}
              </option>
            ))}
          </select>
        )}
      </Ask>
    </>
  );
}

interface ItemProps {
  readonly picture: PictureValues;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function Item({ picture, index, ...place }: ItemProps) {
  const text = useText();
  const name = text('files.pictureNumber', { number: index + 1 });
  return (
    <li aria-label={name}>
      <PicturePreview picture={picture} alt={name} />
      <div>
        <Words index={index} />
        <PlaceButtons name={name} index={index} {...place} />
      </div>
    </li>
  );
}

/** The pictures of a practice: brought, put in order, and of each what it shows, whose it is and its licence. */
export function PicturesField() {
  const text = useText();
  const { control } = useFormContext<PracticeValues>();
  const { fields, append, move, remove } = useFieldArray({ control, name: 'pictures', keyName: 'fieldKey' });
  const wrong = useWrong('pictures');
  const { sending, refused, send } = useBringing<Picture>({
    purpose: 'practice-picture',
    operation: 'repository.pictures.add',
    largest,
    room: most - fields.length,
    onBrought: (picture) => append(pictureValues(picture), { shouldFocus: false }),
  });
  return (
    <AskGroup
      id="pictures"
      legend={text('files.pictures')}
      help={text('files.picturesHelp')}
      optional
      error={wrong && wrongInWords(text, 'pictures', wrong)}
      note={<FieldNotes field="pictures" />}
    >
      <ol className="picture-list">
        {fields.map((picture, index) => (
          <Item
            key={picture.fieldKey}
            picture={picture}
            index={index}
            count={fields.length}
            onMove={(to) => move(index, to)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <DropZone
        id="pictures"
        label={text('files.addPicture')}
        orDrop={text('files.orDropPictures')}
        accept="image/jpeg,image/png,image/webp"
        sending={sending}
        refused={refused}
        full={fields.length >= most}
        onFiles={send}
      />
    </AskGroup>
  );
}
