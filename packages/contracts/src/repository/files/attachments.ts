import { z } from 'zod';
import { generalErrors } from '../../errors.js';
import { defineOperation } from '../../operation.js';
import { Id, Ticket } from '../../shapes.js';
import { practiceErrors } from '../practices.js';
import { Attachment, FileHash, recordFileErrors } from './record-files.js';

const notFound = practiceErrors['practice-not-found'];

export const addAttachment = defineOperation({
  id: 'repository.attachments.add',
  summary: 'Take an uploaded file over for a practice being written; it is part of it once its content names it',
  method: 'POST',
  path: '/{network}/practices/{id}/attachments',
  access: { permission: 'practices:write' },
  input: z.strictObject({ id: Id, uploadId: Id }),
  output: Attachment,
  errors: [notFound, practiceErrors['practice-not-editable'], generalErrors['upload-not-found']],
  once: true,
  example: { given: 'practice-and-file-upload', input: { id: '{practiceId}', uploadId: '{uploadId}' } },
});

export const openAttachment = defineOperation({
  id: 'repository.attachments.open',
  summary: 'Take a file of a practice that is being written or reviewed',
  method: 'GET',
  path: '/{network}/attachments/{id}/ticket',
  access: { permission: 'practices:read-files' },
  input: z.strictObject({ id: Id }),
  output: Ticket,
  errors: [recordFileErrors['record-file-not-found']],
  example: { given: 'practice-with-files', input: { id: '{attachmentId}' } },
});

export const locateAttachment = defineOperation({
  id: 'repository.attachments.locate',
  summary: 'Where the bytes of a file of a published practice are kept',
  method: 'GET',
  path: '/internal/practices/{slug}/attachments/{hash}',
  access: { internal: ['gateway'] },
  input: z.strictObject({
    slug: z
      .string()
      .max(120)
      .regex(/^[a-z0-9-]+$/),
    hash: FileHash,
  }),
  output: z.strictObject({ key: z.string(), name: z.string(), type: z.string() }),
  errors: [recordFileErrors['record-file-not-found']],
  example: { given: 'published-files', input: { slug: '{slug}', hash: '{attachmentHash}' } },
});
