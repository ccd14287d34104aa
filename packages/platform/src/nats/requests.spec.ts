import { describe, expect, it } from '@jest/globals';
import { getNetwork } from '@alianza/contracts/membership/networks';
import { subjectOf, type Operation } from '@alianza/contracts/operation';
import type { Msg } from '@nats-io/transport-node';
import { Clock } from '../clock.js';
import { newKeyPair, readPrivateKey, readPublicKey } from '../principals/keys.js';
import { PassReader, PassSigner } from '../principals/pass.js';
import { anyone } from '../principals/principals.js';
import { readCall } from './requests.js';
import { withHeaders } from './wire.js';

const [{ privateKey, publicKey }, clock] = [newKeyPair(), new Clock()];
const reader = new PassReader(new Map([['gateway', readPublicKey(publicKey)]]), clock);
const [subject, body] = [subjectOf(getNetwork), '{}'];
const principal = new PassSigner('gateway', readPrivateKey(privateKey), clock).sign(anyone(null), subject, body);
const read = (values: Record<string, string>) =>
  readCall({ subject, data: Buffer.from(body), headers: withHeaders(values) } as unknown as Msg, {} as Operation, reader).request;

describe('a request', () => {
  it('says who asks, in which language, with how much time', () => {
    expect(read({ principal, left: '300', lang: 'en,es', correlation: 'c-1', 'if-match': '"7"', 'idempotency-key': 'k' })).toMatchObject({
      principal: anyone(null),
      left: 300,
      lang: 'en',
      fallback: 'es',
      correlationId: 'c-1',
      version: 7,
      idempotencyKey: 'k',
    });
  });

  it('has defaults for all but the pass', () => {
    expect(read({})).toMatchObject({ principal: null, left: 5000, lang: 'es', fallback: 'es', correlationId: 'none' });
    expect(read({})).toMatchObject({ version: null, idempotencyKey: null });
    expect(readCall({ subject, data: Buffer.from(body) } as unknown as Msg, {} as Operation, reader).request.principal).toBeNull();
  });

  it.each([
    ['en', 'en', 'en'],
    ['es,en', 'es', 'en'],
    ['fr,en', 'es', 'en'],
    ['en,fr', 'en', 'en'],
    ['', 'es', 'es'],
  ])('is read in what is named by %p: %s, else %s', (given, lang, fallback) => {
    expect(read({ lang: given })).toMatchObject({ lang, fallback });
  });

  it.each(['0', '-5', 'x', 'Infinity', '1e9'])('has no more time than the platform gives: %s', (left) => {
    expect(read({ left }).left).toBe(left === '1e9' || left === 'Infinity' ? 30_000 : 5000);
  });

  it.each(['7', 'W/"7"', '""', '"x"', '"-1"', '*', '"7', '"1e3"'])('names no version of ours by %s', (tag) => {
    expect(read({ 'if-match': tag }).version).toBeNull();
  });
});
