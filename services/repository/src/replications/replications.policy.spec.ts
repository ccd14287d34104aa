import { describe, expect, it } from '@jest/globals';
import type { Role } from '@alianza/contracts/access';
import type { Standing } from '../practices/practices.policy.js';
import { answersFor, mayDecide, maySpeak, mayWrite, writesFor } from './replications.policy.js';

/** Roles held in organisations; acting for the first of them. */
const standing = (held: Record<string, Role[]>, roles: Role[] = Object.values(held)[0] ?? []): Standing => ({
  roles,
  actingFor: Object.keys(held)[0] ?? null,
  organizations: Object.entries(held).map(([id, own]) => ({ id, roles: own, status: 'active', letterValidUntil: null })),
});

const titular = standing({ a: ['titular'] });
const suplente = standing({ a: ['suplente'] });
const editor = standing({ a: ['editor'] });
const reviewer = standing({ a: ['reviewer'] });
const secretariat = standing({ s: ['secretariat'] });
const ofTheNetwork = standing({}, ['secretariat']);
const secretariatAndMember = standing({ s: ['secretariat', 'titular'], a: ['titular'] });

const byA = { organizationId: 'a', originId: 'b', originAway: false };

describe('who tells', () => {
  it.each([
    ['a titular', titular, ['a', true, true]],
    ['a suplente', suplente, ['a', true, true]],
    ['an editor', editor, ['a', true, false]],
    ['a reviewer', reviewer, [null, false, false]],
    ['the secretariat', secretariat, [null, false, false]],
    ['the secretariat without an organisation', ofTheNetwork, [null, false, false]],
  ])('%s', (_who, who, expected) => {
    expect([writesFor(who), mayWrite(who, byA), maySpeak(who, byA)]).toEqual(expected);
  });

  it('writes for nobody else', () => {
    expect(mayWrite(titular, { organizationId: 'b' })).toBe(false);
    expect(mayWrite(reviewer, { organizationId: 'a' })).toBe(false);
  });
});

describe('who confirms', () => {
  const [ofA, ofB, ofNetwork] = ['a', 'b', null].map((originId) => ({ organizationId: 'c', originId, originAway: false }));
  it.each([
    ['a titular', titular, [true, false, false]],
    ['a suplente', suplente, [true, false, false]],
    ['an editor', editor, [false, false, false]],
    ['the secretariat', secretariat, [false, false, true]],
    ['the secretariat without an organisation', ofTheNetwork, [false, false, true]],
  ])('%s answers for own, others’ and the network’s practices', (_who, who, expected) => {
    expect([ofA, ofB, ofNetwork].map((sides) => sides && answersFor(who, sides))).toEqual(expected);
  });

  it('the secretariat in place of who is away', () => {
    const away = { organizationId: 'c', originId: 'b', originAway: true };
    expect([titular, secretariat, editor].map((who) => answersFor(who, away))).toEqual([false, true, false]);
    expect(mayDecide(secretariatAndMember, { ...away, organizationId: 'a' })).toBe(false);
  });

  it('nobody, for an organisation they act for, even when acting for another', () => {
    const sides = { organizationId: 'a', originId: null, originAway: false };
    expect([answersFor(secretariatAndMember, sides), mayDecide(secretariatAndMember, sides)]).toEqual([true, false]);
    expect(mayDecide(secretariat, sides)).toBe(true);
  });
});
