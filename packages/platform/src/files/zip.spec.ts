import { expect, it } from '@jest/globals';
import { crc32, inflateRawSync } from 'node:zlib';
import { zipOf } from './zip.js';

const at = new Date('2026-11-21T10:20:30Z');
const [small, large] = [Buffer.from('áéí'), Buffer.from('relevos '.repeat(10_000))];

it('packs files so that each is found by the list at the end, whole', () => {
  const bytes = zipOf(
    [
      { name: 'a.txt', bytes: small },
      { name: 'b.txt', bytes: large },
    ],
    at,
  );
  expect(bytes.readUInt32LE(bytes.length - 22)).toBe(0x06054b50);
  let place = bytes.readUInt32LE(bytes.length - 6);
  for (const [name, content] of [
    ['a.txt', small],
    ['b.txt', large],
  ] as const) {
    const [size, begins] = [bytes.readUInt32LE(place + 20), bytes.readUInt32LE(place + 42)];
    expect(bytes.toString('ascii', place + 46, place + 51)).toBe(name);
    expect(bytes.readUInt32LE(place + 16)).toBe(crc32(content));
    const data = begins + 30 + name.length;
    expect(inflateRawSync(bytes.subarray(data, data + size)).equals(content)).toBe(true);
    place += 46 + name.length;
  }
  expect(bytes.readUInt16LE(bytes.length - 12)).toBe(2);
  expect(bytes.length).toBeLessThan(1000);
});

it('says when, to two seconds', () => {
  const stamp = zipOf([{ name: 'a', bytes: small }], at).readUInt32LE(10);
  expect([(stamp >> 11) & 31, (stamp >> 5) & 63, (stamp & 31) * 2]).toEqual([10, 20, 30]);
});
