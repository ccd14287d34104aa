import { describe, expect, it } from '@jest/globals';
import { FailingAddress } from './failing-address.entity.js';
import { markOf } from './marks.js';

const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const failed = (over: Partial<FailingAddress> = {}) =>
  Object.assign(new FailingAddress(), { personId: 'p', mark: 'first', status: '5.1.1', since: at(1), retriedAt: null }, over);

describe('an address that fails', () => {
  it('fails once, however often that is reported', () => {
    const address = failed();
    expect(address.fail({ mark: 'first', status: '5.1.1', sentAt: at(2), now: at(3) })).toBe(false);
    expect(address.since).toEqual(at(1));
  });

  it('fails no more once it is to be tried again, until a mail comes back that left after that', () => {
    const address = failed();
    address.retry(at(5));
    expect(address.isOf('first')).toBe(false);
    expect(address.fail({ mark: 'first', status: '5.1.1', sentAt: at(4), now: at(6) })).toBe(false);
    expect(address.isOf('first')).toBe(false);
    expect(address.fail({ mark: 'first', status: '5.1.1', sentAt: at(6), now: at(7) })).toBe(true);
    expect([address.isOf('first'), address.since]).toEqual([true, at(7)]);
  });

  it('says nothing of another one', () => {
    expect(failed().isOf('second')).toBe(false);
    const address = failed();
    expect(address.fail({ mark: 'second', status: null, sentAt: at(1), now: at(2) })).toBe(true);
    expect([address.isOf('second'), address.isOf('first')]).toEqual([true, false]);
  });
});

describe('a mark', () => {
  const person = { id: '0190a000-0000-7000-8000-00000000000a', email: 'Titular@example.org' };
  it('is of one person, one address and one key, whatever its case', () => {
    const mark = markOf('key', person);
    expect(mark).toMatch(/^[\w-]{22}$/);
    expect(markOf('key', { ...person, email: 'titular@EXAMPLE.org' })).toBe(mark);
    for (const other of [markOf('other', person), markOf('key', { ...person, id: 'x' }), markOf('key', { ...person, email: 'a@b.org' })])
      expect(other).not.toBe(mark);
  });
});
