import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { Done, Id, Instant } from '../shapes.js';

export const breakReasons = ['missing', 'changed', 'free-text-changed', 'cut-off'] as const;

/** What was last found when a chain was read from its beginning. */
const Verification = z.strictObject({
  at: Instant,
  /** How many entries held. */
  entries: z.int(),
  /** Of the last entry that was read and held. */
  hash: z.string(),
  /** The first place that does not hold; null where all do. */
  broken: z.strictObject({ position: z.int(), reason: z.enum(breakReasons) }).nullable(),
});

const Chain = z.strictObject({
  /** Where it ends now; position 0 while it is empty. */
  head: z.strictObject({ position: z.int(), hash: z.string() }),
  /** Null before the first time. */
  verified: Verification.nullable(),
});
export type AuditChain = z.infer<typeof Chain>;

const reading = { method: 'GET', input: z.strictObject({}), output: Chain } as const;
const verifying = { method: 'POST', input: z.strictObject({}), output: Done } as const;
const access = { permission: 'audit:read' } as const;

export const getChain = defineOperation({
  ...reading,
  id: 'audit.chains.get',
  summary: 'Where the chain of a network ends, and what its last verification found',
  path: '/{network}/audit/chain',
  access,
  example: { given: 'organization', input: {} },
});

export const verifyChain = defineOperation({
  ...verifying,
  id: 'audit.chains.verify',
  summary: 'Read the chain of a network from its beginning, in the background; one verification at a time',
  path: '/{network}/audit/chain/verify',
  access,
  example: { given: 'organization', input: {} },
});

export const getPlatformChain = defineOperation({
  ...reading,
  id: 'audit.platform-chains.get',
  summary: 'Where the chain of no network ends, and what its last verification found',
  path: '/audit/chain',
  access: 'operator',
  example: { input: {} },
});

export const verifyPlatformChain = defineOperation({
  ...verifying,
  id: 'audit.platform-chains.verify',
  summary: 'Read the chain of no network from its beginning, in the background',
  path: '/audit/chain/verify',
  access: 'operator',
  example: { input: {} },
});

const some = z.array(Id).max(200);

/** What the filters can offer: who has done anything here, and what happened. At most 200 of each. */
export const listActors = defineOperation({
  id: 'audit.actors.list',
  summary: 'Who acted in a network and what kinds of change there were: what its audit can be filtered by',
  method: 'GET',
  path: '/{network}/audit/actors',
  access,
  input: z.strictObject({}),
  output: z.strictObject({
    people: some,
    organizations: some,
    services: z.array(z.string()),
    kinds: z.array(z.strictObject({ noun: z.string(), verb: z.string() })),
  }),
  example: { given: 'organization', input: {} },
});
