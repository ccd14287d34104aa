import { describe, expect, it } from '@jest/globals';
import { isIn, plainAddress, readRanges, subscriberOf } from './addresses.js';

describe('ranges', () => {
  it('are addresses and networks of both kinds', () => {
    const ranges = readRanges('10.0.0.0/8, 192.0.2.7,2001:db8:1::/48');
    const inside = ['10.255.0.1', '192.0.2.7', '2001:db8:1:9::1'];
    const outside = ['11.0.0.1', '192.0.2.8', '2001:db8:2::1', 'nonsense', ''];
    expect(inside.filter((address) => !isIn(ranges!, address))).toEqual([]);
    expect(outside.filter((address) => isIn(ranges!, address))).toEqual([]);
  });

  it.each(['10.0.0.0/33', '10.0.0/8', '::/129', '10.0.0.1/8/9', 'proxy.example.org', '10.0.0.1/', '10.0.0.1/x'])('refuse %s', (text) => {
    expect(readRanges(text)).toBeNull();
  });
});

it('an address is read without what others dress it in', () => {
  expect(plainAddress('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(plainAddress('192.0.2.1:4711')).toBe('192.0.2.1');
  expect(plainAddress('[2001:db8::1]:443')).toBe('2001:db8::1');
  expect(plainAddress('fe80::1%eth0')).toBe('fe80::1');
  for (const wrong of ['', 'unknown', '192.0.2.1.', '1.2.3.4, 5.6.7.8', '[::1', '_hidden']) expect(plainAddress(wrong)).toBe('');
});

it('an IPv6 subscriber is the first 64 bits, however they are written', () => {
  const same = ['2001:db8:0:7::1', '2001:0db8:0000:0007:ffff::', '2001:DB8::7:0:0:0:2', '2001:db8:0:7:1:2:3.4.5.6'];
  expect([...new Set(same.map(subscriberOf))]).toEqual(['2001:db8:0:7::/64']);
  expect(subscriberOf('2001:db8:0:8::1')).not.toBe(subscriberOf(same[0]!));
  expect(subscriberOf('::1')).toBe('0:0:0:0::/64');
  expect(subscriberOf('192.0.2.1')).toBe('192.0.2.1');
});
