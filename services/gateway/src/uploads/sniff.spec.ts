import { expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { oneByOne } from './one-by-one.js';
import { sniff } from './sniff.js';

/** A zip (APPNOTE 6.3) of stored entries, as small as it can be. */
function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const [path, data] = [Buffer.from(name), Buffer.from(content)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, path, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, place, path]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;

const document = { 'word/document.xml': '<document/>' };

/** The smallest document of a word processor (ECMA-376); `before` bytes of a picture stand before what names its type. */
const smallDocx = ({ before = 0 } = {}): Buffer =>
  zipOf({ ...(before > 0 ? { 'word/media/image1.bin': 'x'.repeat(before), ...document } : {}), '[Content_Types].xml': types, ...document });
/** A zip that is nothing else. */
const smallZip = (): Buffer => zipOf({ 'notes.txt': 'x' });

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sniffed = (bytes: Buffer) => sniff(() => Promise.resolve(Readable.from([bytes], { objectMode: false })));
const told = async (bytes: Buffer) => (await sniffed(bytes))?.type ?? null;

it('tells a type by what a file holds', async () => {
  expect(await told(Buffer.from('%PDF-1.4\n%%EOF'))).toBe('application/pdf');
  expect(await told(smallDocx())).toBe(docx);
  expect(await told(smallDocx({ before: 100_000 }))).toBe(docx);
  expect(await told(smallZip())).toBe('application/zip');
});

it('tells how large an archive is once it is unpacked, by its own list, and nothing less where the list is broken', async () => {
  const unpacked = async (bytes: Buffer) => (await sniffed(bytes))?.unpacked;
  expect(await unpacked(Buffer.from('%PDF-1.4\n%%EOF'))).toBeNull();
  expect(await unpacked(smallDocx({ before: 100_000 }))).toBe(100_000 + types.length + document['word/document.xml'].length);
  const bomb = smallDocx();
  const entry = bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bomb.writeUInt32LE(4_000_000_000, entry + 24);
  expect(await unpacked(bomb)).toBeGreaterThan(4_000_000_000);
  expect(await unpacked(smallDocx().subarray(0, -22))).toBe(Infinity);
  bomb.writeUInt32LE(0xffffffff, entry + 24);
  expect(await unpacked(bomb)).toBe(Infinity);
});

it('tells nothing of what tells nothing, and goes on with the next', async () => {
  const odd = [Buffer.alloc(0), Buffer.from('x'), smallDocx().subarray(0, 40), Buffer.from('<svg onload="x()"/>')];
  for (const type of await Promise.all(odd.map(told)))
    expect([null, 'application/zip', 'application/xml', 'image/svg+xml', 'text/plain']).toContain(type);
  const gone = new Readable({
    read() {
      this.destroy(new Error('the disk is gone'));
    },
  });
  const broken = sniff(() => Promise.resolve(gone));
  await expect(broken).rejects.toThrow('the disk is gone');
  expect(await told(Buffer.from('%PDF-1.4'))).toBe('application/pdf');
});

it('waits for one that never ends no longer than a while, refuses it and goes on with the next', async () => {
  const inLine = oneByOne(30);
  const begun: string[] = [];
  const hung = inLine(() => new Promise<never>(() => begun.push('hung')));
  const next = inLine(() => Promise.resolve(begun.push('next')));
  await expect(hung).rejects.toMatchObject({ code: 'unavailable' });
  expect(await next).toBe(2);
  expect(begun).toEqual(['hung', 'next']);
});
