import { widthsOf } from '@alianza/contracts/repository/files/picture-files';
import type { PracticeContent, PublishedPractice } from '@alianza/contracts/repository/practices';
import type { Attachment, Picture, PublicAttachment, PublicPicture } from '@alianza/contracts/repository/files/record-files';
import { resolve, type Reader } from '@alianza/platform/data/localized';

/** What was published says all of it: it could not have been handed in otherwise. */
function viewPicture({ hash, width, height, alt, credit, licence }: Picture, reader: Reader): PublicPicture[] {
  if (alt === null || credit === null || licence === null) return [];
  const { text, lang } = resolve(alt, reader);
  return [{ hash, width, height, widths: widthsOf(width), alt: text, language: lang, credit, licence }];
}

const viewAttachment = ({ hash, name, type, size, title, language }: Attachment): PublicAttachment => ({
  hash,
  name,
  type,
  size,
  title: title ?? name,
  language,
});

/** The pictures and files of a record, as the public reads of them. */
export const filesIn = (
  { pictures = [], attachments = [] }: PracticeContent,
  reader: Reader,
): Pick<PublishedPractice, 'pictures' | 'attachments'> => ({
  pictures: pictures.flatMap((picture) => viewPicture(picture, reader)),
  attachments: attachments.map(viewAttachment),
});
