import { describe, expect, it } from '@jest/globals';
import { events } from '@alianza/contracts/registry';
import { streamOf } from '@alianza/contracts/event';
import { ChainController } from './chain.controller.js';
import type { EntryRow } from './chain.queries.js';
import { beginning, freeTextDigest, hashOf, type Link } from './link.js';
import { breakAt } from './verification.js';

const networkId = '0190a000-0000-7000-8000-000000000001';
const text = { organization: 'Red Ejemplo' };

/** The first row of a chain, as it stands in the table. */
function firstRow(): EntryRow {
  const link: Link = {
    networkId,
    position: 1,
    recordedAt: '2026-11-21T09:00:01.000Z',
    eventId: '0190a000-0000-7000-8000-000000000002',
    subject: 'spec',
    aggregateId: '0190a000-0000-7000-8000-000000000003',
    aggregateVersion: 1,
    occurredAt: '2026-11-21T09:00:00.000Z',
    actor: { personId: null, organizationId: null, service: 'membership' },
    cause: 'spec',
    data: { status: 'submitted' },
    freeTextDigest: freeTextDigest('salt', text),
  };
  return { ...link, position: '1', hash: hashOf(beginning, link), salt: 'salt', text };
}
const head = { position: 0, hash: beginning };
const reasonFor = (over: Partial<EntryRow>) => breakAt(networkId, head, { ...firstRow(), ...over })?.reason;

describe('verification of a row', () => {
  it('finds nothing where nothing was touched', () => {
    expect(breakAt(networkId, head, firstRow())).toBeNull();
  });

  it('does not mind free text that was redacted', () => {
    expect(breakAt(networkId, head, { ...firstRow(), salt: null, text: null })).toBeNull();
  });

  it.each<[keyof EntryRow, unknown]>([
    ['data', { status: 'accepted' }],
    ['actor', { personId: null, organizationId: null, service: 'repository' }],
    ['recordedAt', '2026-11-21T09:00:02.000Z'],
    ['occurredAt', '2026-11-20T09:00:00.000Z'],
    ['subject', 'other'],
    ['eventId', '0190a000-0000-7000-8000-00000000000f'],
    ['aggregateId', '0190a000-0000-7000-8000-00000000000f'],
    ['aggregateVersion', 2],
    ['cause', 'other'],
    ['freeTextDigest', null],
    ['hash', 'f'.repeat(64)],
  ])('sees that %s was changed', (column, value) => {
    expect(reasonFor({ [column]: value })).toBe('changed');
  });

  it('sees free text that was altered or put there afterwards', () => {
    expect(reasonFor({ text: { organization: 'Otra red' } })).toBe('free-text-changed');
    expect(reasonFor({ salt: 'other' })).toBe('free-text-changed');
  });

  it('names the row that is missing', () => {
    expect(breakAt(networkId, { position: 3, hash: beginning }, { ...firstRow(), position: '5' })).toEqual({
      networkId,
      position: 4,
      reason: 'missing',
    });
  });
});

it('the audit listens to every service that tells anything', () => {
  for (const stream of new Set(events.map(streamOf))) expect(ChainController.prototype).toHaveProperty(stream);
});
