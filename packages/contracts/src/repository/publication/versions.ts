import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Id, Instant } from '../../shapes.js';
import { FieldChange } from './differences.js';
import { EditablePractice, practiceErrors, PracticeField, PublishedPractice, titledState } from '../practices.js';

const notFound = practiceErrors['practice-not-found'];
const byId = z.strictObject({ id: Id });
const writing = { method: 'POST', access: { permission: 'practices:write' }, input: byId, output: EditablePractice, edits: true } as const;

export const beginVersion = defineOperation({
  ...writing,
  id: 'repository.versions.begin',
  summary: 'Write a new version of a published practice; the public reads the present one until the new one is published',
  path: '/{network}/practices/{id}/versions',
  errors: [notFound, practiceErrors['practice-not-published']],
  example: { given: 'published-practice', input: { id: '{practiceId}' } },
});

export const discardVersion = defineOperation({
  ...writing,
  id: 'repository.versions.discard',
  summary: 'Drop the version being written; the practice is again what the public reads',
  path: '/{network}/practices/{id}/versions/discard',
  errors: [notFound, practiceErrors['practice-not-published'], practiceErrors['practice-not-editable']],
  example: { given: 'begun-version', input: { id: '{practiceId}' } },
});

export const locatePractice = defineOperation({
  id: 'repository.practices.locate',
  summary: 'Where a published practice is read, by its persistent identifier',
  method: 'GET',
  path: '/{network}/practice-ids/{id}',
  access: 'public',
  input: byId,
  output: z.strictObject({ slug: z.string() }),
  errors: [notFound],
  example: { given: 'published-practice', input: { id: '{practiceId}' } },
});

const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+$/);
const bySlug = z.strictObject({ slug: Slug });
const VersionNumber = z.coerce.number().int().min(1).max(10_000);
const reading = { method: 'GET', access: 'public', errors: [notFound, practiceErrors['practice-withdrawn']] } as const;

export const listVersions = defineOperation({
  ...reading,
  id: 'repository.versions.list',
  summary: 'Published versions of a practice, the present one first, and which fields each changed',
  path: '/{network}/practices/{slug}/versions',
  input: bySlug,
  output: z.strictObject({
    title: z.string(),
    languages: PublishedPractice.shape.languages,
    items: z.array(z.strictObject({ version: z.int(), publishedAt: Instant, changed: z.array(PracticeField) })),
  }),
  example: { given: 'published-practice', input: { slug: '{slug}' } },
});

export const getVersion = defineOperation({
  ...reading,
  id: 'repository.versions.get',
  summary: 'Read one published version of a practice',
  path: '/{network}/practices/{slug}/versions/{version}',
  input: bySlug.extend({ version: VersionNumber }),
  output: PublishedPractice,
  example: { given: 'published-practice', input: { slug: '{slug}', version: '1' } },
});

export const compareVersions = defineOperation({
  ...reading,
  id: 'repository.versions.compare',
  summary: 'What one published version changed against another, by default the one before it',
  path: '/{network}/practices/{slug}/versions/{version}/changes',
  input: bySlug.extend({ version: VersionNumber, since: VersionNumber.optional() }),
  output: z.strictObject({ since: z.int().nullable(), changes: z.array(FieldChange) }),
  example: { given: 'published-practice', input: { slug: '{slug}', version: '1' } },
});

export const versionBegun = defineEvent({ subject: 'ev.repository.practice.revision-begun.v1', data: titledState });
export const versionDiscarded = defineEvent({ subject: 'ev.repository.practice.revision-discarded.v1', data: titledState });
