import { z } from 'zod';
import { defineOperation } from '../../operation.js';
import { organizationErrors } from '../organizations.js';
import { CategoryPeriod, OrganizationFact } from './members.js';

const OwnHistory = z.strictObject({
  /** What it was called before. */
  formerNames: z.array(z.string()),
  /** The newest first. */
  categories: z.array(CategoryPeriod),
  /** The newest first; `by` names people who acted for it, and nobody of the network. */
  facts: z.array(OrganizationFact),
});
export type OwnHistory = z.infer<typeof OwnHistory>;

export const getOwnHistory = defineOperation({
  id: 'membership.profiles.history',
  summary: 'The categories of the organisation acted for, and what happened to it, when and why, also while it is suspended',
  method: 'GET',
  path: '/{network}/own-organization/history',
  access: { permission: 'organizations:edit' },
  input: z.strictObject({}),
  output: OwnHistory,
  errors: [organizationErrors['organization-not-found']],
  example: { input: {} },
});
