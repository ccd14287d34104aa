import { addAttachment } from '@alianza/contracts/repository/files/attachments';
import { addPicture } from '@alianza/contracts/repository/files/pictures';
import { editPractice, readPractice } from '@alianza/contracts/repository/practices';
import type { Attachment, Picture } from '@alianza/contracts/repository/files/record-files';
import type { Api, Options } from './api.js';
import { draw } from './drawn/artwork.js';
import type { DemoAttachment, DemoPicture, OwnPractice } from './demo-data.js';
import { leaflet } from './drawn/leaflet.js';

/** Brings what the demonstration drew and wrote itself to a draft that has nothing of it yet. */
export async function loadRecordFiles(
  api: Api,
  id: string,
  { pictures = [], attachments = [] }: OwnPractice,
  author: Options,
): Promise<void> {
  if (pictures.length + attachments.length === 0) return;
  const { content, version, status } = await api.call(readPractice, { id }, author);
  if (status !== 'draft' || (content.pictures ?? []).length + (content.attachments ?? []).length > 0) return;
  const brought = { pictures: [] as Picture[], attachments: [] as Attachment[] };
  for (const picture of pictures) brought.pictures.push(await bringPicture(api, id, picture, author));
  for (const attachment of attachments) brought.attachments.push(await bringAttachment(api, id, attachment, author));
  await api.call(editPractice, { id, content: { ...content, ...brought } }, { ...author, version });
}

async function bringPicture(api: Api, id: string, { motif, ...said }: DemoPicture, author: Options): Promise<Picture> {
  const uploadId = await api.upload('practice-picture', { name: `${motif}.png`, bytes: draw(motif) }, author);
  return { ...(await api.call(addPicture, { id, uploadId }, author)), ...said };
}

async function bringAttachment(api: Api, id: string, { name, lines, ...said }: DemoAttachment, author: Options): Promise<Attachment> {
  const uploadId = await api.upload('practice-file', { name, bytes: leaflet(lines) }, author);
  return { ...(await api.call(addAttachment, { id, uploadId }, author)), ...said };
}
