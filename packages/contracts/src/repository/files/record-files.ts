import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { pictureLicences } from './picture-files.js';
import { Id, Language, line, localized } from '../../shapes.js';

export const recordFileErrors = defineErrors({ 'record-file-not-found': 'not-found', 'record-file-foreign': 'unprocessable' });

export const PictureLicence = z.enum(pictureLicences);
export type PictureLicence = z.infer<typeof PictureLicence>;

export const FileHash = z
  .string()
  .length(32)
  .regex(/^[0-9a-f]{32}$/);

/** A picture of a record. People say what it shows, whose it is and its licence; the rest is known from its bytes, whatever is sent. */
export const Picture = z.strictObject({
  id: Id,
  /** Of what the public is shown: part of its address. */
  hash: FileHash,
  /** Of its largest form, in pixels. */
  width: z.int().min(1).max(10_000),
  height: z.int().min(1).max(10_000),
  alt: localized(line(300)).nullable(),
  credit: line(200).nullable(),
  licence: PictureLicence.nullable(),
});
export type Picture = z.infer<typeof Picture>;

/** A guide, a toolkit, a report that comes with a record. */
export const Attachment = z.strictObject({
  id: Id,
  hash: FileHash,
  name: line(200),
  type: line(200),
  /** Bytes. */
  size: z.int().min(0),
  title: line(200).nullable(),
  /** ISO 639 code of the language it is written in; `mul` for several. */
  language: z
    .string()
    .max(3)
    .regex(/^[a-z]{2,3}$/)
    .nullable(),
});
export type Attachment = z.infer<typeof Attachment>;

export const mostPictures = 6;
export const mostAttachments = 10;

/** What a record carries besides its text. Absent of records from before there was any. */
export const recordFiles = {
  pictures: z.array(Picture).max(mostPictures).optional(),
  attachments: z.array(Attachment).max(mostAttachments).optional(),
};

/** A picture as the public sees it: at `/files/pictures/{network}/{hash}/{width}.webp`, for each of `widths`. */
export const PublicPicture = Picture.pick({ hash: true, width: true, height: true }).extend({
  widths: z.array(z.int()),
  alt: z.string(),
  /** In which `alt` is written. */
  language: Language,
  credit: z.string(),
  licence: PictureLicence,
});
export type PublicPicture = z.infer<typeof PublicPicture>;

/** At `/{network}/practicas/{slug}/archivos/{hash}/{name}`. */
export const PublicAttachment = Attachment.omit({ id: true, title: true }).extend({ title: z.string() });
export type PublicAttachment = z.infer<typeof PublicAttachment>;

export const publicFiles = { pictures: z.array(PublicPicture), attachments: z.array(PublicAttachment) };
