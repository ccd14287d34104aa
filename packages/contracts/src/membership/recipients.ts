import { z } from 'zod';
import { permissions } from '../access.js';
import { defineOperation } from '../operation.js';
import { Email, Id, line, PortalLanguage } from '../shapes.js';

/** To whom a notice goes; addresses never travel in events, they are asked for when sending. */
export const Audience = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('applicant'), id: Id }),
  z.strictObject({ to: z.literal('correspondent'), id: Id }),
  z.strictObject({ to: z.literal('invited'), id: Id }),
  z.strictObject({ to: z.literal('person'), id: Id }),
  z.strictObject({ to: z.literal('organization'), id: Id }),
  z.strictObject({ to: z.literal('permission'), permission: z.enum(permissions) }),
]);
export type Audience = z.infer<typeof Audience>;

const Recipient = z.strictObject({ personId: Id.nullable(), email: Email, language: PortalLanguage });
export type Recipient = z.infer<typeof Recipient>;

export const listRecipients = defineOperation({
  id: 'membership.recipients.list',
  summary: 'Addresses and languages of an audience, for sending now',
  method: 'POST',
  path: '/internal/recipients',
  access: { internal: ['notifications'] },
  input: z.strictObject({ audience: Audience }),
  output: z.strictObject({ items: z.array(Recipient) }),
  example: { given: 'submitted-application', input: { audience: { to: 'applicant', id: '{applicationId}' } } },
});

export const LinkPurpose = z.enum(['confirm-application', 'follow-application', 'accept-invitation', 'confirm-inquiry']);
export type LinkPurpose = z.infer<typeof LinkPurpose>;

export const mintLink = defineOperation({
  id: 'membership.links.mint',
  summary: 'A fresh secret for a link; the same key again replaces the earlier one',
  method: 'POST',
  path: '/internal/links',
  access: { internal: ['notifications'] },
  input: z.strictObject({ purpose: LinkPurpose, subjectId: Id, key: line(100) }),
  output: z.strictObject({ secret: z.string() }),
  example: { given: 'submitted-application', input: { purpose: 'follow-application', subjectId: '{applicationId}', key: 'example' } },
});
