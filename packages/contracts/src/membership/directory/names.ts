import { z } from 'zod';
import { defineOperation } from '../../operation.js';
import { Id, repeated } from '../../shapes.js';

const Named = z.strictObject({ id: Id, name: z.string() });

export const listNames = defineOperation({
  id: 'membership.names.list',
  summary: 'What people and organisations of the network are called, for whoever reads their ids in the audit',
  method: 'GET',
  path: '/{network}/names',
  access: { permission: 'audit:read' },
  input: z.strictObject({ person: repeated(Id), organization: repeated(Id) }),
  /** Those that are known here; the others have no name for whoever asks, but who of them operates the platform is said. */
  output: z.strictObject({ people: z.array(Named), organizations: z.array(Named), operators: z.array(Id) }),
  example: { given: 'organization', input: { organization: ['{organizationId}'] } },
});
