import { describe, expect, it } from '@jest/globals';
import { Invitation } from './invitation.entity.js';
import { InvitationNotOpenError } from './invitations.errors.js';

const now = new Date('2026-03-01T12:00:00Z');
const soon = new Date('2026-03-02T12:00:00Z');
const later = new Date('2026-03-15T12:00:00Z');
const invitation = (over: Partial<Invitation> = {}) =>
  Object.assign(new Invitation(), { expiresAt: later, acceptedAt: null, revokedAt: null }, over);

describe('an invitation', () => {
  it('is accepted once', () => {
    const open = invitation();
    open.accept('person', now);
    expect(open).toMatchObject({ personId: 'person', acceptedAt: now });
    expect(() => open.accept('other', now)).toThrow(InvitationNotOpenError);
    expect(open.personId).toBe('person');
  });

  it('comes back once, whatever more becomes known of that, and not at all once it is answered, taken back or over', () => {
    const open = invitation();
    expect([open.bounce(null, now), open.bounce('5.1.1', soon)]).toEqual([true, false]);
    expect(open).toMatchObject({ bouncedAt: now, bounceStatus: '5.1.1' });
    for (const over of [{ acceptedAt: now }, { revokedAt: now }, { expiresAt: soon }]) {
      const closed = invitation(over);
      expect(closed.bounce('5.1.1', soon)).toBe(false);
      expect(closed.bouncedAt).toBeUndefined();
    }
  });

  it.each([
    ['revoked', invitation({ revokedAt: now })],
    ['late', invitation({ expiresAt: now })],
  ])('is refused when it is %s', (_why, closed) => {
    expect(() => closed.accept('person', now)).toThrow(InvitationNotOpenError);
    expect(closed.acceptedAt).toBeNull();
  });
});
