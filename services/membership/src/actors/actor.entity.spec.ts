import { describe, expect, it } from '@jest/globals';
import { Actor, identified } from './actor.entity.js';
import { silencedHash } from './silenced-address.entity.js';

const at = (day: string) => new Date(`2026-${day}T12:00:00Z`);
const contact = { name: null, office: 'Dirección', email: 'direccion@example.org', language: 'es' } as const;
const actor = (over: Partial<Actor> = {}) =>
  Object.assign(
    new Actor(),
    { ...identified('p', at('01-01')), initiatives: [], sources: [], contact, invitedAt: null, stoppedAt: null },
    over,
  );
const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('an actor of the map', () => {
  it('keeps every step with its day, who took it and what was said', () => {
    const one = actor();
    one.move({ to: 'contacted', by: 'p', note: 'En el foro.', at: at('01-02') });
    one.invite('q', at('01-03'));
    one.apply(at('01-20'));
    one.leave('q', at('02-01'));
    expect(one.history.map(({ state, by, note }) => [state, by, note])).toEqual([
      ['identified', 'p', null],
      ['contacted', 'p', 'En el foro.'],
      ['invited', 'q', null],
      ['applied', null, null],
      ['contacted', 'q', null],
    ]);
    expect([one.state, one.since]).toEqual(['contacted', at('02-01')]);
  });

  it('whose invitation came back rests no more once another address is known', () => {
    const one = actor({ networkId: 'n' });
    one.invite('p', at('02-01'));
    Object.assign(one, { bouncedAt: at('02-02'), bounceStatus: '5.1.1' });
    expect([one.isInvitedThere(), codeOf(() => one.invite('p', at('02-03')))]).toEqual([true, 'actor-invited-lately']);
    one.say({ initiatives: [], sources: [], contact: { ...contact, email: 'otra@example.org' } }, at('02-03'));
    one.invite('p', at('02-03'));
    expect([one.isInvitedThere(), one.bouncedAt, one.bounceStatus]).toEqual([true, null, null]);
  });

  it('rests for thirty days after an invitation, to the moment', () => {
    const one = actor();
    one.invite('p', at('01-01'));
    expect(codeOf(() => one.invite('p', at('01-30')))).toBe('actor-invited-lately');
    expect(one.restsUntil(at('01-30'))).toEqual(at('01-31'));
    expect(codeOf(() => one.invite('p', at('01-31')))).toBeNull();
  });

  it.each<[string, Partial<Actor>, string]>([
    ['without contact', { contact: null }, 'actor-without-contact'],
    ['that wants no mails', { stoppedAt: at('01-01'), contact: null }, 'actor-stopped'],
    ['whose application is read', { state: 'applied' }, 'actor-applied'],
    ['that is a member', { state: 'member' }, 'actor-is-member'],
  ])('%s is not invited', (_what, over, code) => {
    expect(codeOf(() => actor(over).invite('p', at('03-01')))).toBe(code);
  });

  it('that joins or wants no mails has nobody to write to, and stays so', () => {
    const [joined, stopped] = [actor(), actor()];
    expect([joined.join('m', 'p', at('02-01')), joined.join('m', 'p', at('02-02'))]).toEqual([true, false]);
    expect([stopped.stop(at('02-01')), stopped.stop(at('02-02'))]).toEqual([true, false]);
    stopped.say({ initiatives: [], sources: [], contact }, at('02-03'));
    expect([joined.contact, stopped.contact, stopped.stoppedAt]).toEqual([null, null, at('02-01')]);
    expect(joined.apply(at('03-01'))).toBe(false);
  });

  it('an address is known by its network’s own digest, whatever its case', () => {
    expect(silencedHash('n', 'A@example.org')).toBe(silencedHash('n', 'a@example.org'));
    expect(silencedHash('n', 'a@example.org')).not.toBe(silencedHash('m', 'a@example.org'));
  });
});
