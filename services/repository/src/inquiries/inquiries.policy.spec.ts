import { describe, expect, it } from '@jest/globals';
import type { Standing } from '../practices/practices.policy.js';
import { mayAnswer } from './inquiries.policy.js';

const [ours, theirs] = ['ours', 'theirs'];
const titular: Standing = {
  roles: ['titular'],
  actingFor: ours,
  organizations: [{ id: ours, roles: ['titular'], status: 'active', letterValidUntil: null }],
};
const secretariat: Standing = { roles: ['secretariat'], actingFor: null, organizations: [] };
const to = (organizationId: string | null, stoodIn = false) => ({ organizationId, stoodIn });

describe('who answers an inquiry', () => {
  it('is the organisation acted for, and the secretariat where none is asked', () => {
    expect([mayAnswer(titular, to(ours), false), mayAnswer(titular, to(theirs), false), mayAnswer(titular, to(null), false)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([mayAnswer(secretariat, to(null), false), mayAnswer(secretariat, to(ours), false)]).toEqual([true, false]);
  });

  it('is the secretariat too where the organisation is away, and it reads later what it answered so', () => {
    expect([mayAnswer(secretariat, to(ours), true), mayAnswer(secretariat, to(ours, true), false)]).toEqual([true, true]);
    expect(mayAnswer(titular, to(theirs, true), true)).toBe(false);
  });
});
