import { describe, expect, it } from '@jest/globals';
import { newKeyPair, readPrivateKey, readPublicKey } from '../principals/keys.js';
import { openTicket, signTicket, ticketValidity, type FileTicket } from './tickets.js';

const [membership, repository] = [newKeyPair(), newKeyPair()];
const keys = new Map([
  ['membership', readPublicKey(membership.publicKey)],
  ['repository', readPublicKey(repository.publicKey)],
]);
const now = new Date('2026-11-21T09:00:00Z');
const holder = { networkId: null, issuer: 'https://example.org', subject: 'somebody', actingFor: null, roles: [] };
const wanted = {
  holder,
  service: 'membership',
  key: 'membership/1',
  name: 'carta.pdf',
  type: 'application/pdf',
  until: now.getTime() + ticketValidity,
};
const token = signTicket(wanted, readPrivateKey(membership.privateKey));
const [payload, signature] = token.split('.') as [string, string];
const changed = (over: Partial<FileTicket>) => Buffer.from(JSON.stringify({ ...wanted, id: 'x', ...over })).toString('base64url');

describe('a ticket', () => {
  it('names one file, with an id of its own so that it can be spent', () => {
    const [first, second] = [
      openTicket(token, keys, now),
      openTicket(signTicket(wanted, readPrivateKey(membership.privateKey)), keys, now),
    ];
    expect(first).toEqual({ ...wanted, id: expect.any(String) });
    expect(second?.id).not.toBe(first?.id);
  });

  it('ends', () => {
    const at = (offset: number) => openTicket(token, keys, new Date(wanted.until + offset));
    expect([at(-1)?.key, at(0), at(1)]).toEqual(['membership/1', null, null]);
  });

  it.each([
    ['empty', ''],
    ['unsigned', payload],
    ['words', 'a.b'],
    ['null', `${Buffer.from('null').toString('base64url')}.${signature}`],
    ['for another file', `${changed({ key: 'membership/2' })}.${signature}`],
    ['longer than given', `${changed({ until: wanted.until + 1 })}.${signature}`],
    ['given to another', `${changed({ holder: { ...holder, subject: 'other' } })}.${signature}`],
    ['of a service that nobody knows', signTicket({ ...wanted, service: 'audit' }, readPrivateKey(membership.privateKey))],
    ['of a service signed by another', signTicket(wanted, readPrivateKey(repository.privateKey))],
    ['nobody’s', signTicket({ ...wanted, holder: undefined } as never, readPrivateKey(membership.privateKey))],
  ])('that is %s opens nothing', (_what, forged) => {
    expect(openTicket(forged, keys, now)).toBeNull();
  });
});
