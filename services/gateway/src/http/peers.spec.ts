import { describe, expect, it } from '@jest/globals';
import { readRanges } from './addresses.js';
import { Peers } from './peers.js';

const from = (remoteAddress: string, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
});
const trusting = (ranges: string | null) => new Peers({ TRUSTED_PROXIES: ranges === null ? null : readRanges(ranges) });

describe('a request comes', () => {
  it('from its peer, whatever it says itself, where no proxy is trusted', () => {
    const peers = trusting(null);
    expect(peers.of(from('192.0.2.1', '198.51.100.9'))).toBe('192.0.2.1');
    expect(peers.of(from('::ffff:192.0.2.1'))).toBe('192.0.2.1');
    expect(peers.of(from('2001:db8::1'))).toBe('2001:db8:0:0::/64');
    expect(peers.addressOf(from('2001:db8::1'))).toBe('2001:db8::1');
  });

  it('from whom the nearest trusted proxy names: the right-most that is no proxy of ours', () => {
    const peers = trusting('10.0.0.0/8, 2001:db8:ffff::/48');
    expect(peers.of(from('10.0.0.1', '198.51.100.9'))).toBe('198.51.100.9');
    expect(peers.of(from('10.0.0.1', '203.0.113.5, 198.51.100.9, 10.0.0.2'))).toBe('198.51.100.9');
    expect(peers.of(from('2001:db8:ffff::1', '203.0.113.5,2001:db8:1:2:3::4'))).toBe('2001:db8:1:2::/64');
    expect(peers.of(from('10.0.0.1'))).toBe('10.0.0.1');
  });

  it('from its peer where that is no proxy of ours, and from the proxy where it names nobody', () => {
    const peers = trusting('10.0.0.0/8');
    expect(peers.of(from('192.0.2.1', '198.51.100.9'))).toBe('192.0.2.1');
    expect(peers.of(from('10.0.0.1', '198.51.100.9, unknown'))).toBe('10.0.0.1');
    expect(peers.of(from('10.0.0.1', ''))).toBe('10.0.0.1');
    expect(peers.of(from('10.0.0.1', '10.0.0.3, 10.0.0.2'))).toBe('10.0.0.3');
    expect(peers.of(from(''))).toBe('unknown');
  });
});
