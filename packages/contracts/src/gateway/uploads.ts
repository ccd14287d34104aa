import { z } from 'zod';
import { generalErrors } from '../errors.js';
import { defineOperation } from '../operation.js';
import { Id } from '../shapes.js';
import type { Access } from '../access.js';

/** What an upload is for: who may send it, which types (sniffed, not declared) and how large (bytes). */
export interface UploadPurpose {
  readonly access: Access;
  readonly types: Readonly<Record<string, string>>;
  readonly maximum: number;
}

export const uploadPurposes = {
  'application-letter': {
    access: 'public',
    types: {
      'application/pdf': 'pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
    },
    maximum: 10 * 1024 * 1024,
  },
} as const satisfies Record<string, UploadPurpose>;
export const uploadPurposeNames = ['application-letter'] as const;
export const UploadPurposeName = z.enum(uploadPurposeNames);
export type UploadPurposeName = z.infer<typeof UploadPurposeName>;

/** A file as its service keeps it: where the bytes are, and what was found out about them. */
export const StagedFile = z.strictObject({ key: z.string(), name: z.string(), type: z.string(), size: z.int(), sha256: z.string() });
export type StagedFile = z.infer<typeof StagedFile>;

export const claimUpload = defineOperation({
  id: 'gateway.uploads.claim',
  summary: 'Take a staged upload over; the same service may ask again within its 24 hours',
  method: 'POST',
  path: '/internal/uploads/claim',
  access: { internal: ['membership', 'repository'] },
  input: z.strictObject({ uploadId: Id, purpose: UploadPurposeName }),
  output: StagedFile,
  errors: [generalErrors['upload-not-found']],
  example: { given: 'upload', input: { uploadId: '{uploadId}', purpose: 'application-letter' } },
});
