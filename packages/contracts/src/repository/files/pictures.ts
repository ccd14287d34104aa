import { z } from 'zod';
import { generalErrors } from '../../errors.js';
import { defineOperation } from '../../operation.js';
import { Id, Ticket } from '../../shapes.js';
import { practiceErrors } from '../practices.js';
import { FileHash, Picture, recordFileErrors } from './record-files.js';

const notFound = practiceErrors['practice-not-found'];

export const addPicture = defineOperation({
  id: 'repository.pictures.add',
  summary: 'Take an uploaded picture over for a practice being written; it is part of it once its content names it',
  method: 'POST',
  path: '/{network}/practices/{id}/pictures',
  access: { permission: 'practices:write' },
  input: z.strictObject({ id: Id, uploadId: Id }),
  output: Picture,
  errors: [notFound, practiceErrors['practice-not-editable'], generalErrors['upload-not-found']],
  once: true,
  example: { given: 'practice-and-picture-upload', input: { id: '{practiceId}', uploadId: '{uploadId}' } },
});

export const openPicture = defineOperation({
  id: 'repository.pictures.open',
  summary: 'Look at a picture of a practice that is being written or reviewed',
  method: 'GET',
  path: '/{network}/pictures/{id}/ticket',
  access: { permission: 'practices:read-files' },
  input: z.strictObject({ id: Id }),
  output: Ticket,
  errors: [recordFileErrors['record-file-not-found']],
  example: { given: 'practice-with-files', input: { id: '{pictureId}' } },
});

export const locatePicture = defineOperation({
  id: 'repository.pictures.locate',
  summary: 'Where the bytes of a published picture are kept',
  method: 'GET',
  path: '/internal/pictures/{hash}',
  access: { internal: ['gateway'] },
  input: z.strictObject({ hash: FileHash }),
  output: z.strictObject({ key: z.string(), width: z.int() }),
  errors: [recordFileErrors['record-file-not-found']],
  example: { given: 'published-files', input: { hash: '{pictureHash}' } },
});
