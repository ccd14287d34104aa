import { z } from 'zod';
import { defineErrors, generalErrors } from '../errors.js';
import { sheetLimits } from '../imports/import-columns.js';
import { defineOperation } from '../operation.js';
import { Id } from '../shapes.js';
import type { Access } from '../access.js';

/** What a file is refused for once it was looked into: it would grow beyond measure, or cannot be read at all. */
export const uploadErrors = defineErrors({
  'picture-too-large': 'unprocessable',
  'picture-not-readable': 'unprocessable',
  'archive-too-large': 'unprocessable',
});

/** What an upload is for: who may send it, which types (sniffed, not declared) and how large (bytes). */
export interface UploadPurpose {
  readonly access: Access;
  readonly types: Readonly<Record<string, string>>;
  readonly maximum: number;
  /** Drawn anew in the sizes that are shown, without what the camera wrote into it. */
  readonly picture?: boolean;
}

const mebibyte = 2 ** 20;
const office = 'application/vnd.openxmlformats-officedocument';

export const uploadPurposes = {
  'application-letter': {
    access: 'public',
    types: { 'application/pdf': 'pdf', [`${office}.wordprocessingml.document`]: 'docx' },
    maximum: 10 * mebibyte,
  },
  'designation-letter': {
    access: { permission: 'letters:file' },
    types: { 'application/pdf': 'pdf' },
    maximum: 10 * mebibyte,
  },
  'practice-picture': {
    access: { permission: 'practices:write' },
    types: { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' },
    maximum: 15 * mebibyte,
    picture: true,
  },
  'practice-file': {
    access: { permission: 'practices:write' },
    types: {
      'application/pdf': 'pdf',
      [`${office}.wordprocessingml.document`]: 'docx',
      [`${office}.spreadsheetml.sheet`]: 'xlsx',
      [`${office}.presentationml.presentation`]: 'pptx',
      'application/vnd.oasis.opendocument.text': 'odt',
      'application/vnd.oasis.opendocument.spreadsheet': 'ods',
      'application/vnd.oasis.opendocument.presentation': 'odp',
    },
    maximum: 25 * mebibyte,
  },
  'organization-logo': {
    access: { permission: 'logos:put' },
    types: { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' },
    maximum: 5 * mebibyte,
    picture: true,
  },
  'network-mark': {
    access: { permission: 'network:configure' },
    types: { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' },
    maximum: 5 * mebibyte,
    picture: true,
  },
  'practice-sheet': {
    access: { permission: 'practices:import' },
    types: { [`${office}.spreadsheetml.sheet`]: 'xlsx', 'text/plain': 'csv' },
    maximum: sheetLimits.bytes,
  },
  'member-sheet': {
    access: { permission: 'organizations:import' },
    types: { [`${office}.spreadsheetml.sheet`]: 'xlsx', 'text/plain': 'csv' },
    maximum: sheetLimits.bytes,
  },
  'actor-sheet': {
    access: { permission: 'organizations:import' },
    types: { [`${office}.spreadsheetml.sheet`]: 'xlsx', 'text/plain': 'csv' },
    maximum: sheetLimits.bytes,
  },
} as const satisfies Record<string, UploadPurpose>;
export const uploadPurposeNames = [
  'application-letter',
  'designation-letter',
  'practice-picture',
  'practice-file',
  'organization-logo',
  'network-mark',
  'practice-sheet',
  'member-sheet',
  'actor-sheet',
] as const;
export const UploadPurposeName = z.enum(uploadPurposeNames);
export type UploadPurposeName = z.infer<typeof UploadPurposeName>;

/** A file as its service keeps it: where the bytes are, and what was found out about them. */
export const StagedFile = z.strictObject({
  key: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
  /** Of a picture: its largest form, in pixels. Its bytes lie in several files, which `pictureFiles` names behind the key. */
  picture: z.strictObject({ width: z.int(), height: z.int() }).nullable(),
});
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
