import { describe, expect, it } from '@jest/globals';
import { Link, LinkNotValidError } from './link.entity.js';
import { hashOf, newSecret } from './secrets.js';

const now = new Date('2026-03-01T12:00:00Z');
const later = new Date('2026-03-02T12:00:00Z');
const link = (over: Partial<Link> = {}) => Object.assign(new Link(), { hash: 'a', expiresAt: null, spentAt: null }, over);

describe('a link', () => {
  it('that stands is open for good', () => {
    expect(link().isOpen(later)).toBe(true);
  });

  it('ends at its time', () => {
    expect(link({ expiresAt: later }).isOpen(now)).toBe(true);
    expect(link({ expiresAt: now }).isOpen(now)).toBe(false);
    expect(() => link({ expiresAt: now }).spend(now)).toThrow(LinkNotValidError);
  });

  it('is spent once', () => {
    const once = link({ expiresAt: later });
    once.spend(now);
    expect(once.isOpen(now)).toBe(false);
    expect(() => once.spend(now)).toThrow(LinkNotValidError);
  });

  it('opens again with another secret only', () => {
    const renewed = link({ spentAt: now });
    renewed.renew('b', later);
    expect(renewed).toMatchObject({ hash: 'b', expiresAt: later, spentAt: null });
  });

  it('has a secret of 43 characters that its hash does not show', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(newSecret()).not.toBe(secret);
    expect(hashOf(secret)).toBe(hashOf(secret));
    expect(hashOf(secret)).not.toContain(secret);
  });
});
