import type { Attachment, Picture } from '@alianza/contracts/repository/files/record-files';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Localized } from '@alianza/contracts/shapes';

/** A text in the two languages of the portal; empty where nothing is written. */
export interface Written {
  es: string;
  en: string;
}

export interface PictureValues extends Pick<Picture, 'id' | 'hash' | 'width' | 'height'> {
  alt: Written;
  credit: string;
  licence: string;
}

export interface AttachmentValues extends Pick<Attachment, 'id' | 'hash' | 'name' | 'type' | 'size'> {
  title: string;
  language: string;
}

export const written = (value: Localized | null): Written => ({ es: value?.es ?? '', en: value?.en ?? '' });
export const filled = (value: string): string | null => (value.trim() === '' ? null : value);

export const pictureValues = ({ alt, credit, licence, ...facts }: Picture): PictureValues => ({
  ...facts,
  alt: written(alt),
  credit: credit ?? '',
  licence: licence ?? '',
});

export const attachmentValues = ({ title, language, ...facts }: Attachment): AttachmentValues => ({
  ...facts,
  title: title ?? '',
  language: language ?? '',
});

type Files = Pick<PracticeContent, 'pictures' | 'attachments'>;

export const fileValuesOf = ({
  pictures = [],
  attachments = [],
}: Files): { pictures: PictureValues[]; attachments: AttachmentValues[] } => ({
  pictures: pictures.map(pictureValues),
  attachments: attachments.map(attachmentValues),
});

interface Typed {
  readonly pictures: readonly PictureValues[];
  readonly attachments: readonly AttachmentValues[];
}

/** As they are saved; `localized` makes one text of two, with what other languages it had before. */
export function fileDraftOf(
  { pictures, attachments }: Typed,
  before: Files | null,
  localized: (now: Written, before: Localized | null) => unknown,
) {
  const altBefore = (id: string) => before?.pictures?.find((one) => one.id === id)?.alt ?? null;
  return {
    pictures: pictures.map(({ alt, credit, licence, ...facts }) => ({
      ...facts,
      alt: localized(alt, altBefore(facts.id)),
      credit: filled(credit),
      licence: filled(licence),
    })),
    attachments: attachments.map(({ title, language, ...facts }) => ({ ...facts, title: filled(title), language: filled(language) })),
  };
}
