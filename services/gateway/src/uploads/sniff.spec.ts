import { expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { smallDocx, smallZip } from './documents.spec-support.js';
import { sniff } from './sniff.js';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const told = (bytes: Buffer) => sniff(Readable.from([bytes], { objectMode: false }));

it('tells a type by what a file holds', async () => {
  expect(await told(Buffer.from('%PDF-1.4\n%%EOF'))).toBe('application/pdf');
  expect(await told(smallDocx())).toBe(docx);
  expect(await told(smallDocx({ before: 100_000 }))).toBe(docx);
  expect(await told(smallZip())).toBe('application/zip');
});

it('tells nothing of what tells nothing, and goes on with the next', async () => {
  const odd = [Buffer.alloc(0), Buffer.from('x'), smallDocx().subarray(0, 40), Buffer.from('<svg onload="x()"/>')];
  for (const type of await Promise.all(odd.map(told)))
    expect([null, 'application/zip', 'application/xml', 'image/svg+xml']).toContain(type);
  const broken = sniff(
    new Readable({
      read() {
        this.destroy(new Error('the disk is gone'));
      },
    }),
  );
  await expect(broken).rejects.toThrow('the disk is gone');
  expect(await told(Buffer.from('%PDF-1.4'))).toBe('application/pdf');
});
