import { describe, expect, it } from '@jest/globals';
import type { FileStore } from '@alianza/platform/files/file-store';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { eventually } from '../eventually.js';

/** More than one part of a store that takes files in parts. */
const many = 20 * 2 ** 20;
const longAgo = new Date(0);
const later = () => new Date(Date.now() + 60 * 60 * 1000);

/** A source that breaks off after its first bytes. */
async function* broken(head: Buffer) {
  yield head;
  await Promise.reject(new Error('the sender left'));
}

/** A source that goes on when it is told. */
function halting(head: Buffer): { bytes: Readable; end: (tail: string) => void } {
  const bytes = new Readable({ read: () => undefined });
  bytes.push(head);
  return {
    bytes,
    end: (tail) => {
      bytes.push(tail);
      bytes.push(null);
    },
  };
}

const newKey = (folder = 'repository') => `${folder}/${randomUUID()}`;
const from = (...chunks: readonly (string | Buffer)[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk as Buffer)));

/** What every store of files does, wherever its bytes lie. `unfinished` counts what was begun in a folder of keys and never ended. */
export function fileStoreContract(open: () => { store: FileStore; unfinished: (folder: string) => Promise<number> }): void {
  const bytesAt = async (key: string) => {
    const found = await open().store.read(key);
    return found && { size: found.size, text: (await buffer(found.bytes)).toString() };
  };

  it('gives a file as it was put, copies and removes it, and twice is as once', async () => {
    const { store } = open();
    const [one, other] = [newKey(), newKey('membership')];
    await store.put(one, from('ca', 'rta'));
    await store.copy(one, other);
    expect([await bytesAt(one), await bytesAt(other)]).toEqual([
      { size: 5, text: 'carta' },
      { size: 5, text: 'carta' },
    ]);
    await store.remove(one);
    await store.remove(one);
    expect([await bytesAt(one), (await bytesAt(other))?.text]).toEqual([null, 'carta']);
    await store.put(other, from(''));
    expect(await bytesAt(other)).toEqual({ size: 0, text: '' });
    await expect(store.copy(one, other)).rejects.toThrow();
    await store.remove(other);
  });

  it('takes what is large in parts, and nothing of it is changed', async () => {
    const { store } = open();
    const [key, bytes] = [newKey(), randomBytes(many)];
    await store.put(key, Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000, many - 7), bytes.subarray(many - 7)]));
    const found = await store.read(key);
    const hash = createHash('sha256');
    for await (const chunk of found!.bytes) hash.update(chunk as Buffer);
    expect([found?.size, hash.digest('hex')]).toEqual([many, createHash('sha256').update(bytes).digest('hex')]);
    await store.remove(key);
  });

  it.each([10, many])('has nothing before all of it is there, and nothing of what breaks off (%s bytes)', async (size) => {
    const { store, unfinished } = open();
    const [key, none, folder] = [newKey('half'), newKey('half'), 'half'];
    const source = halting(Buffer.alloc(size, 'x'));
    const putting = store.put(key, source.bytes);
    expect(await store.read(key)).toBeNull();
    source.end('last');
    await putting;
    const kept = await store.read(key);
    expect([kept?.size, kept && (await buffer(kept.bytes)).subarray(-4).toString()]).toEqual([size + 4, 'last']);
    await expect(store.put(none, Readable.from(broken(Buffer.alloc(size, 'z'))))).rejects.toThrow('the sender left');
    expect([await store.read(none), await unfinished(folder)]).toEqual([null, 0]);
    await store.remove(key);
  });

  // In one part: the server that specs run forgets an object when a later upload of its key in parts is aborted, which S3 does not.
  it('keeps a file as it was when its successor breaks off', async () => {
    const { store } = open();
    const key = newKey();
    await store.put(key, from('first'));
    await expect(store.put(key, Readable.from(broken(Buffer.from('second'))))).rejects.toThrow('the sender left');
    expect(await bytesAt(key)).toEqual({ size: 5, text: 'first' });
    await store.remove(key);
  });

  it('forgets what was begun long ago and never ended, in its folder alone', async () => {
    const { store, unfinished } = open();
    const [mine, other] = [randomUUID(), randomUUID()];
    const [source, beside] = [halting(Buffer.alloc(many, 'x')), halting(Buffer.alloc(many, 'x'))];
    const putting = store.put(`${mine}/file`, source.bytes).then(
      () => 'there',
      () => 'forgotten',
    );
    const puttingBeside = store.put(`${other}/file`, beside.bytes);
    const begun = (folder: string) => eventually(async () => (await unfinished(folder)) > 0, 25_000);
    await Promise.all([begun(mine), begun(other)]);
    await store.removeUnfinished(mine, longAgo);
    expect(await unfinished(mine)).toBe(1);
    await store.removeUnfinished(mine, later());
    expect([await unfinished(mine), await unfinished(other)]).toEqual([0, 1]);
    for (const one of [source, beside]) one.end('last');
    await puttingBeside;
    expect([await putting, await store.read(`${mine}/file`), (await store.read(`${other}/file`))?.size]).toEqual([
      'forgotten',
      null,
      many + 4,
    ]);
    await store.remove(`${other}/file`);
  }, 60_000);

  it('forgets what became whole long ago, in its folder alone', async () => {
    const { store } = open();
    const [mine, other] = [randomUUID(), randomUUID()];
    for (const key of [`${mine}/1`, `${mine}/within/2`, `${other}/1`]) await store.put(key, from('carta'));
    await store.removeOld(mine, longAgo);
    expect(await bytesAt(`${mine}/1`)).not.toBeNull();
    await store.removeOld(mine, later());
    const left = await Promise.all([`${mine}/1`, `${mine}/within/2`, `${other}/1`].map(bytesAt));
    expect(left.map((found) => found?.text)).toEqual([undefined, undefined, 'carta']);
    await store.remove(`${other}/1`);
  });

  describe('a key', () => {
    it.each(['', '/', '/etc/passwd', 'a//b', 'a/', '..', '../a', 'a/../../b', 'a/.', 'a/.hidden', '.part', 'a/b/..'])(
      'is not «%s»',
      async (key) => {
        const { store } = open();
        const works = [
          () => store.put(key, from('x')),
          () => store.copy('repository/1', key),
          () => store.read(key),
          () => store.remove(key),
          () => store.removeUnfinished(key, later()),
          () => store.removeOld(key, later()),
        ];
        for (const work of works) await expect(work()).rejects.toThrow('not a key of ours');
      },
    );
  });
}
