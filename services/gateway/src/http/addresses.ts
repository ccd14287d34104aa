import { BlockList, isIP, isIPv4 } from 'node:net';

/** `10.0.0.0/8, 192.0.2.7, 2001:db8::/32` as one list; null where one of them is no address and no range. */
export function readRanges(text: string): BlockList | null {
  const ranges = new BlockList();
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => part === '' || add(ranges, part)) ? ranges : null;
}

function add(ranges: BlockList, range: string): boolean {
  const [address = '', bits, ...rest] = range.split('/');
  const widest = isIP(address) === 4 ? 32 : 128;
  const prefix = bits === undefined ? widest : Number(bits);
  if (isIP(address) === 0 || rest.length > 0 || bits === '' || !Number.isInteger(prefix) || prefix < 0 || prefix > widest) return false;
  ranges.addSubnet(address, prefix, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  return true;
}

export const isIn = (ranges: BlockList, address: string): boolean =>
  isIP(address) !== 0 && ranges.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

/** As a proxy writes it or a socket tells it, without brackets, port, zone, and the IPv6 dress of an IPv4 address; '' where it is none. */
export function plainAddress(written: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(written)?.[1];
  const withoutPort = bracketed ?? (/^[\d.]+:\d+$/.test(written) ? written.slice(0, written.indexOf(':')) : written);
  const [address = ''] = withoutPort.split('%');
  const dressed = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return isIP(dressed ?? address) === 0 ? '' : (dressed ?? address);
}

/** Whoever has an IPv6 address has 2⁶⁴ of them: all of these are one. */
export function subscriberOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [front = '', back] = address.split('::');
  const left = front === '' ? [] : front.split(':');
  const right = back === undefined || back === '' ? [] : back.split(':');
  const counted = right.length + (right.at(-1)?.includes('.') ? 1 : 0); // the last 32 bits may be written as an IPv4 address
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - counted) }, () => '0');
  const groups = [...left, ...(back === undefined ? [] : zeros), ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
