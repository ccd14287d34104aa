import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { Done, Email, Id, PortalLanguage } from '../shapes.js';

export const listReviewers = defineOperation({
  id: 'membership.reviewers.list',
  summary: 'Who reviews practices in the network, by name; those from outside may only comment',
  method: 'GET',
  path: '/{network}/reviewers',
  access: { permission: 'practices:review' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(z.strictObject({ personId: Id, name: z.string(), external: z.boolean() })) }),
  example: { input: {} },
});

export const inviteReviewer = defineOperation({
  id: 'membership.reviewers.invite',
  summary: 'Send somebody from outside an invitation to comment on practices; on which, is said practice by practice',
  method: 'POST',
  path: '/{network}/reviewers/invitations',
  access: { permission: 'practices:invite' },
  input: z.strictObject({ email: Email, language: PortalLanguage }),
  output: Done,
  once: true,
  example: { input: { email: 'revision@universidad-ejemplo.example.org', language: 'es' } },
});

export const checkReviewer = defineOperation({
  id: 'membership.reviewers.check',
  summary: 'Whether somebody reviews practices in the network now, or only comments on them',
  method: 'POST',
  path: '/internal/reviewers/check',
  access: { internal: ['repository'] },
  input: z.strictObject({ personId: Id }),
  /** `verifies`: is of the secretariat, and can be given what waits for it, but for what is of the organisations that they act for. */
  output: z.strictObject({ reviews: z.boolean(), comments: z.boolean(), verifies: z.boolean(), organizations: z.array(Id) }),
  example: { given: 'person', input: { personId: '{personId}' } },
});
