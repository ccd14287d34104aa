import { describe, expect, it } from '@jest/globals';
import type { Principal } from '@alianza/contracts/membership/principals';
import type { Operation } from '@alianza/contracts/operation';
import { anyone, serviceItself } from '../principals/principals.js';
import { Call, expectVersion } from './call.js';

const [network, id] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
const callOf = (principal: Principal | null, version: number | null = null) =>
  new Call([
    { operation: {} as Operation, principal, left: 1000, lang: 'en', fallback: 'es', correlationId: 'c', version, idempotencyKey: null },
  ]);
const refused = (code: string) => expect.objectContaining({ code });

describe('a call', () => {
  it('knows what an event will need of it', () => {
    const principal: Principal = { ...anyone(network), person: { id, language: 'es' }, actingFor: id };
    expect(callOf(principal)).toMatchObject({ networkId: network, cause: 'c', actor: { personId: id, organizationId: id, service: null } });
    expect(callOf(serviceItself('audit', null)).actor).toEqual({ personId: null, organizationId: null, service: 'audit' });
  });

  it('says what is missing where something must be there', () => {
    expect(() => callOf(null).principal).toThrow(refused('unauthenticated'));
    expect(() => callOf(anyone(null)).network).toThrow(refused('network-not-found'));
    expect(() => callOf(anyone(network)).personId).toThrow(refused('unauthenticated'));
    expect(() => callOf(anyone(network)).actingFor).toThrow(refused('acting-for-required'));
    expect(callOf(anyone(network)).network).toBe(network);
  });

  it('edits the version that was read and no other', () => {
    expect(() => expectVersion({ version: 3 }, callOf(anyone(network), 3))).not.toThrow();
    for (const version of [2, 4, null]) {
      expect(() => expectVersion({ version: 3 }, callOf(anyone(network), version))).toThrow(
        expect.objectContaining({ code: 'version-stale', params: { current: 3 } }),
      );
    }
  });
});
