import { describe, expect, it } from '@jest/globals';
import type { Role } from '@alianza/contracts/access';
import { mayDecide, mayEdit, mayReview, mayWithdraw, ownerFor, reviewsHere, wasHandedIn, type Standing } from './practices.policy.js';

const standing = (roles: Role[], actingFor: string | null = null, organizations = actingFor === null ? [] : [actingFor]): Standing => ({
  roles,
  actingFor,
  organizations: organizations.map((id) => ({ id, roles, status: 'active', letterValidUntil: null })),
});
const titular = standing(['titular'], 'a');
const ofTwo = standing(['titular', 'editor'], null, ['a', 'b']);
const secretariat = standing(['secretariat']);
const secretariatOfOne = standing(['secretariat', 'titular'], 'a');
const reviewer = standing(['reviewer']);
const reviewerOfOne = standing(['reviewer'], 'a');

const [own, others, networks] = [{ organizationId: 'a' }, { organizationId: 'b' }, { organizationId: null }];

describe('who writes', () => {
  it.each([
    ['a titular', titular, 'a'],
    ['somebody of two organisations', ofTwo, undefined],
    ['the secretariat', secretariat, null],
    ['the secretariat acting for an organisation', secretariatOfOne, 'a'],
    ['a reviewer', reviewer, undefined],
  ])('%s writes for', (_who, who, owner) => {
    expect(ownerFor(who)).toBe(owner);
  });

  it.each([
    ['a titular', titular, [true, false, false]],
    ['somebody of two organisations who says for neither', ofTwo, [false, false, false]],
    ['the secretariat', secretariat, [false, false, true]],
    ['the secretariat acting for an organisation', secretariatOfOne, [true, false, true]],
    ['a reviewer', reviewer, [false, false, false]],
  ])('%s edits own, others’ and the network’s records', (_who, who, expected) => {
    expect([own, others, networks].map((practice) => mayEdit(who, practice))).toEqual(expected);
  });
});

describe('what the secretariat entered for an organisation', () => {
  const entered = { organizationId: 'a', onBehalf: true };
  it.each([
    ['the titular', titular, [true, true]],
    ['the secretariat', secretariat, [true, false]],
    ['the secretariat acting for another', standing(['secretariat'], 'b'), [true, false]],
    ['the titular of another', standing(['titular'], 'b'), [false, false]],
    ['a reviewer', reviewer, [false, false]],
  ])('%s writes it before and after it is published', (_who, who, expected) => {
    expect([null, '2026-11-22T00:00:00.000Z'].map((publishedAt) => mayEdit(who, { ...entered, publishedAt }))).toEqual(expected);
  });

  it('is no more decided by who acts for that organisation than what it wrote itself', () => {
    expect([mayDecide(secretariatOfOne, entered), mayDecide(secretariat, entered)]).toEqual([false, true]);
  });
});

describe('who reviews', () => {
  it.each([
    ['a reviewer', reviewer, [true, true, true]],
    ['a reviewer of one organisation', reviewerOfOne, [false, true, true]],
    ['somebody of two organisations', ofTwo, [false, false, true]],
    ['the secretariat', secretariat, [true, true, true]],
  ])('%s decides on own, others’ and the network’s records', (_who, who, expected) => {
    expect([own, others, networks].map((practice) => mayDecide(who, practice))).toEqual(expected);
  });

  it.each([
    ['draft', false, false],
    ['submitted', true, true],
    ['changes-requested', false, true],
    ['published', true, true],
  ] as const)('reads a %s one: %s; knows of it: %s', (status, reads, knows) => {
    expect([mayReview({ status }), wasHandedIn({ status })]).toEqual([reads, knows]);
  });
});

describe('who withdraws', () => {
  it.each([
    ['a titular', titular, [true, false, false]],
    ['the secretariat', secretariat, [true, true, true]],
  ])('%s withdraws own, others’ and the network’s records', (_who, who, expected) => {
    expect([own, others, networks].map((practice) => mayWithdraw(who, practice))).toEqual(expected);
  });
});

describe('who sees the whole queue', () => {
  it('is whoever decides, not a guest who comments', () => {
    expect([
      reviewsHere({ permissions: ['practices:comment', 'practices:review'] }),
      reviewsHere({ permissions: ['practices:comment'] }),
    ]).toEqual([true, false]);
  });
});
