import { afterEach, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@alianza/contracts/access';
import { acceptApplication } from '@alianza/contracts/membership/applications';
import type { Principal } from '@alianza/contracts/membership/principals';
import { subjectOf } from '@alianza/contracts/operation';
import { Clock, shiftClocks } from '../clock.js';
import { newKeyPair, readPrivateKey, readPublicKey } from './keys.js';
import { digestOf, openPass, PassReader, PassSigner, signPass, type Pass } from './pass.js';
import { anyone, serviceItself } from './principals.js';

const pairs = { gateway: newKeyPair(), audit: newKeyPair(), membership: newKeyPair() };
const privateKeyOf = (service: keyof typeof pairs) => readPrivateKey(pairs[service].privateKey);
const keys = new Map(Object.entries(pairs).map(([name, { publicKey }]) => [name, readPublicKey(publicKey)]));
const clock = new Clock();
const signerOf = (service: keyof typeof pairs) => new PassSigner(service, privateKeyOf(service), clock);
const reader = () => new PassReader(keys, clock);

const network = '018f0000-0000-7000-8000-000000000001';
const id = '018f0000-0000-7000-8000-000000000002';
const person: Principal = {
  ...anyone(network),
  account: { issuer: 'alianza', subject: 's', email: null },
  person: { id, language: 'es' },
  roles: ['secretariat'],
  permissions: ['applications:decide'],
};
const [subject, body] = [subjectOf(acceptApplication), '{"id":"1"}'];
const bytes = Buffer.from(body);

afterEach(() => shiftClocks(0));

describe('a pass of the gateway', () => {
  const token = signerOf('gateway').sign(person, subject, body);

  it('speaks for a person, to one operation, with one body', () => {
    expect(reader().open(token, subject, bytes)).toEqual(person);
    expect(reader().open(token, `${subject}s`, bytes)).toBeNull();
    expect(reader().open(token, subject, Buffer.from('{"id":"2"}'))).toBeNull();
    expect(reader().open(token, subject, new Uint8Array())).toBeNull();
  });

  it('holds for ten seconds', () => {
    const held = signerOf('gateway').sign(person, subject, body);
    const one = reader();
    shiftClocks(9000);
    expect(one.open(held, subject, bytes)).toEqual(person);
    shiftClocks(10_100);
    expect([one.open(held, subject, bytes), reader().open(held, subject, bytes)]).toEqual([null, null]);
  });

  it('may stand for whatever body where the subject only reads', () => {
    const read = signerOf('gateway').sign(person, subject, null);
    expect(reader().open(read, subject, bytes)).toEqual(person);
  });
});

describe('no pass', () => {
  const [payload, signature] = signerOf('gateway').sign(person, subject, body).split('.') as [string, string];
  const changed = (over: Partial<Pass>) => {
    const pass = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Pass;
    return Buffer.from(JSON.stringify({ ...pass, ...over })).toString('base64url');
  };
  const base = { subject, until: clock.instant().getTime() + 5000, digest: null };
  const signedBy = (service: keyof typeof pairs, principal: Principal, signer: ServiceName = service) =>
    signPass({ ...base, principal, signer }, privateKeyOf(service));
  const known = serviceItself('audit', network);

  it.each([
    ['nothing', ''],
    ['a dot', '.'],
    ['words', 'no.pass'],
    ['null', `${Buffer.from('null').toString('base64url')}.${signature}`],
    ['one without a signature', payload],
    ['changed content', `${changed({ principal: { ...person, roles: ['operator'] } })}.${signature}`],
    ['a later end', `${changed({ until: base.until + 60_000 })}.${signature}`],
    ['a signer nobody knows', signedBy('audit', known, 'notifications')],
    ['another’s key under the gateway’s name', signedBy('audit', person, 'gateway')],
    ['a service under another’s name', signedBy('audit', serviceItself('membership', network))],
    ['the gateway under a service’s name', signedBy('gateway', known)],
    ['a person signed by a service', signedBy('audit', person)],
    ['nobody signed by a service', signedBy('audit', anyone(network))],
    ['a service that gives itself a role', signedBy('audit', { ...known, roles: ['operator'] })],
    ['a service that gives itself a right', signedBy('audit', { ...known, permissions: ['applications:decide'] })],
    ['a service with an account', signedBy('audit', { ...known, account: person.account })],
    ['a service that acts for an organisation', signedBy('audit', { ...known, actingFor: id })],
  ])('is %s', (_what, token) => {
    expect(openPass(token, keys)).toBeNull();
  });

  it('is refused anew when it was refused before', () => {
    const one = reader();
    expect([one.open('no.pass', subject, bytes), one.open('no.pass', subject, bytes)]).toEqual([null, null]);
  });
});

describe('a service', () => {
  it('speaks for itself', () => {
    const itself = serviceItself('audit', network);
    expect(reader().open(signerOf('audit').sign(itself, subject, body), subject, bytes)).toEqual(itself);
    const edge = serviceItself('gateway', null);
    expect(reader().open(signerOf('gateway').sign(edge, subject, body), subject, bytes)).toEqual(edge);
  });
});

describe('signing', () => {
  const signer = signerOf('gateway');
  const twice = (principal: Principal, covered: string | null = null, other = principal, to = subject) => {
    const [first, second] = [signer.sign(principal, subject, covered), signer.sign(other, to, covered)];
    return first === second;
  };

  it('gives nobody the same pass again, for one network and one subject', () => {
    expect(twice(anyone(network))).toBe(true);
    expect(twice(anyone(network), null, anyone(null))).toBe(false);
    expect(twice(anyone(network), null, anyone(network), `${subject}s`)).toBe(false);
  });

  it('gives nobody a fresh pass where it covers a body', () => {
    expect(openPass(signer.sign(anyone(network), subject, body), keys)?.digest).toBe(digestOf(body));
    expect(openPass(signer.sign(anyone(network), subject, null), keys)?.digest).toBeNull();
  });

  it('gives somebody who reads the same again for a moment, as long as it is the very same principal and subject', () => {
    const first = signer.sign(person, subject, null);
    shiftClocks(1);
    expect(signer.sign(person, subject, null)).toBe(first);
    expect(signer.sign({ ...person }, subject, null)).not.toBe(first);
    expect(signer.sign(person, `${subject}s`, null)).not.toBe(first);
  });

  it('gives somebody who writes a fresh pass always', () => {
    const first = signer.sign(person, subject, body);
    shiftClocks(1);
    expect(signer.sign(person, subject, body)).not.toBe(first);
  });

  it('costs less than a millisecond of processor time, with its opening', () => {
    const turns = 300;
    const [one, before] = [reader(), process.cpuUsage()];
    for (let turn = 0; turn < turns; turn++) one.open(signer.sign(person, `${subject}${turn}`, body), `${subject}${turn}`, bytes);
    const { user, system } = process.cpuUsage(before);
    const each = (user + system) / turns;
    process.stdout.write(`a pass signed and opened: ${Math.round(each)} µs\n`);
    expect(each).toBeLessThan(1000);
  });
});
