import { addAttachment } from '@alianza/contracts/repository/files/attachments';
import { addPicture } from '@alianza/contracts/repository/files/pictures';
import { editPractice, submitPractice, type EditablePractice, type PracticeContent } from '@alianza/contracts/repository/practices';
import type { Attachment, Picture } from '@alianza/contracts/repository/files/record-files';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { randomInt } from 'node:crypto';
import type { Person } from '../../people.js';
import { asReviewer, asTitular, type Setting } from '../../setting.js';
import { pngOf } from './png.js';
import { completeContent, drafted } from '../practices.js';
import { sendUpload, smallPdf } from './uploads.js';

type RecordPurpose = 'practice-picture' | 'practice-file' | 'organization-logo' | 'network-mark';

/** A picture that no other is like. */
export const somePicture = ({ width = 640, height = 400 } = {}): Buffer =>
  pngOf({ width, height, colour: randomInt(2 ** 24), extra: [unlike()] });

/** Told apart by what is written into it, which is not shown. */
const unlike = (): readonly [string, Uint8Array] => ['tEXt', Buffer.from(`Comment\0${String(randomInt(2 ** 40))}`)];

export async function uploadFor(setting: Setting, person: Person, purpose: RecordPurpose, bytes?: Uint8Array): Promise<string> {
  const [name, usual] = purpose === 'practice-file' ? ['Guía de relevos.pdf', smallPdf] : ['huerto.png', somePicture()];
  const { status, body } = await sendUpload(setting.world, setting.network.code, bytes ?? usual, { name, purpose, person });
  if (status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
  return body.uploadId;
}

export interface WithFiles {
  readonly practice: EditablePractice;
  readonly picture: Picture;
  readonly attachment: Attachment;
}

/** A draft with one picture, or so many more, and one file, of which everything is said. */
export async function draftedWithFiles(
  setting: Setting,
  over: Partial<PracticeContent> = {},
  bytes?: Uint8Array,
  more = 0,
): Promise<WithFiles> {
  const titular = await asTitular(setting);
  const { id, version } = await drafted(setting, over);
  const { edge } = setting.world;
  const brought = async (drawn?: Uint8Array) => {
    const uploadId = await uploadFor(setting, titular, 'practice-picture', drawn);
    return edge.call<Picture>(addPicture, { id, uploadId }, titular);
  };
  const picture = await brought(bytes);
  const pictures = [picture];
  while (pictures.length <= more) pictures.push(await brought());
  const fileUpload = await uploadFor(setting, titular, 'practice-file');
  const attachment = await edge.call<Attachment>(addAttachment, { id, uploadId: fileUpload }, titular);
  const said = { alt: { original: 'es', es: 'Un patio con macetas' }, credit: 'Red Ejemplo (ficticia)', licence: 'CC-BY-4.0' } as const;
  const content = completeContent({
    ...over,
    pictures: pictures.map((one) => ({ ...one, ...said })),
    attachments: [{ ...attachment, title: 'Guía de relevos', language: 'es' }],
  });
  const practice = await edge.call<EditablePractice>(editPractice, { id, content }, { ...titular, version });
  return { practice, picture, attachment };
}

/** The same, published. */
export async function publishedWithFiles(
  setting: Setting,
  over?: Partial<PracticeContent>,
  bytes?: Uint8Array,
  more = 0,
): Promise<WithFiles> {
  const { practice, ...files } = await draftedWithFiles(setting, over, bytes, more);
  const { edge } = setting.world;
  const { id } = practice;
  const submitted = await edge.call<EditablePractice>(
    submitPractice,
    { id, terms: 1 },
    { ...(await asTitular(setting)), version: practice.version },
  );
  const as = { ...(await asReviewer(setting)), version: submitted.version };
  return { ...files, practice: await edge.call<EditablePractice>(publishPractice, { id }, as) };
}
