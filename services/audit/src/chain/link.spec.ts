import { describe, expect, it } from '@jest/globals';
import { beginning, divide, freeTextDigest, hashOf, type Link } from './link.js';

const link: Link = {
  networkId: '0190a000-0000-7000-8000-000000000001',
  position: 1,
  recordedAt: '2026-11-21T09:00:01.000Z',
  eventId: '0190a000-0000-7000-8000-000000000002',
  subject: 'ev',
  aggregateId: '0190a000-0000-7000-8000-000000000003',
  aggregateVersion: 1,
  occurredAt: '2026-11-21T09:00:00.000Z',
  actor: { personId: null, organizationId: null, service: 'membership' },
  cause: 'c',
  data: { b: 1, a: [2] },
  freeTextDigest: null,
};

describe('a link of the chain', () => {
  it('has the same hash whatever the order of its keys', () => {
    expect(hashOf(beginning, { ...link, data: { a: [2], b: 1 } })).toBe(hashOf(beginning, link));
  });

  it.each<[string, Link, string]>([
    ['its data', { ...link, data: { b: 2, a: [2] } }, beginning],
    ['its actor', { ...link, actor: { ...link.actor, service: 'repository' } }, beginning],
    ['its time of arrival', { ...link, recordedAt: '2026-11-21T09:00:02.000Z' }, beginning],
    ['its place', { ...link, position: 2 }, beginning],
    ['the one before', link, 'f'.repeat(64)],
  ])('has another hash when %s changes', (_what, changed, before) => {
    expect(hashOf(before, changed)).not.toBe(hashOf(beginning, link));
  });

  it('keeps free text apart under a salt', () => {
    expect(divide({ status: 'open', reason: 'porque sí' }, ['reason'])).toEqual({
      data: { status: 'open' },
      text: { reason: 'porque sí' },
    });
    expect(freeTextDigest('a', { reason: 'x' })).not.toBe(freeTextDigest('b', { reason: 'x' }));
  });
});
