import type { Attachment, Picture } from '@alianza/contracts/repository/files/record-files';
import { useState } from 'react';
import { languageName } from '../format/names.js';
import { fileSize } from '../format/size.js';
import { Failure } from '../page/failure.js';
import { useApi } from '../session/api.js';
import { useText } from '../texts/use-text.js';
import { foreign, read } from './localized.js';
import { pictureLicenceName } from './picture-licence.js';
import { PicturePreview } from './picture-preview.js';

/** Whose a picture is and under what it may be shown. */
function Credit({ credit, licence }: Pick<Picture, 'credit' | 'licence'>) {
  const text = useText();
  if (credit === null && licence === null) return <p className="missing">{text('files.noCredit')}</p>;
  return (
    <p className="minor">
      {credit ?? text('files.noCredit')}. {licence === null ? text('files.noLicence') : pictureLicenceName(text, licence)}.
    </p>
  );
}

function Shown({ picture }: { picture: Picture }) {
  const text = useText();
  const alt = picture.alt && read(picture.alt, text.lang);
  return (
    <figure>
      <PicturePreview picture={picture} alt="" />
      <figcaption>
        {alt ? <p lang={foreign(alt.lang, text.lang)}>{alt.text}</p> : <p className="missing">{text('files.noAlt')}</p>}
        <Credit {...picture} />
      </figcaption>
    </figure>
  );
}

/** The pictures of a record as who writes and who reviews see them: what is said of each stands beside it. */
export function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  return (
    <div className="previews">
      {pictures.map((picture) => (
        <Shown key={picture.id} picture={picture} />
      ))}
    </div>
  );
}

/** Takes a file that is not public: its address is asked for when it is wanted and holds once. */
export function useTaking() {
  const { call } = useApi();
  const [error, setError] = useState<unknown>(null);
  const take = (id: string) => call('repository.attachments.open', { id }).then(({ url }) => location.assign(url), setError);
  return { take: (id: string) => void take(id), error };
}

export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const text = useText();
  const { take, error } = useTaking();
  return (
    <>
      <ul>
        {attachments.map(({ id, name, title, size, language }) => (
          <li key={id}>
            <button className="link" type="button" onClick={() => take(id)}>
              {title ?? name}
            </button>{' '}
            <small className="minor">
              {name}, {fileSize(text.lang, size)}
              {language !== null && `, ${languageName(text.lang, language)}`}
            </small>
          </li>
        ))}
      </ul>
      {error !== null && <Failure error={error} title={text('files.notTaken')} />}
    </>
  );
}
