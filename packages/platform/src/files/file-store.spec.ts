import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DiskFileStore } from './file-store.js';

let folder: string;
let store: DiskFileStore;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'file-store-'));
  store = new DiskFileStore(path.join(folder, 'files'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const key = 'membership/018f0000-0000-7000-8000-000000000001';
const bytesAt = async (at: string) => {
  const found = await store.read(at);
  return found && { size: found.size, text: (await buffer(found.bytes)).toString() };
};
const names = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);

/** A source that breaks off after its first bytes. */
async function* broken() {
  yield Buffer.from('half');
  await Promise.reject(new Error('the sender left'));
}

describe('a file', () => {
  it('is read as it was put, copied and removed', async () => {
    await store.put(key, Readable.from([Buffer.from('ca'), Buffer.from('rta')]));
    await store.copy(key, 'repository/2');
    expect([await bytesAt(key), await bytesAt('repository/2')]).toEqual([
      { size: 5, text: 'carta' },
      { size: 5, text: 'carta' },
    ]);
    await store.remove(key);
    expect([await bytesAt(key), (await bytesAt('repository/2'))?.text]).toEqual([null, 'carta']);
    await store.remove(key);
  });

  it('is for this process’s user alone', async () => {
    await store.put(key, Readable.from(['carta']));
    await store.copy(key, 'repository/2');
    for (const at of [key, 'repository/2']) expect((await stat(path.join(folder, 'files', at))).mode & 0o077).toBe(0);
  });

  it('is not there until it is whole', async () => {
    const source = new Readable({ read: () => undefined });
    const putting = store.put(key, source);
    source.push('first ');
    expect(await bytesAt(key)).toBeNull();
    source.push('last');
    source.push(null);
    await putting;
    expect((await bytesAt(key))?.text).toBe('first last');
  });

  it('leaves nothing when it breaks off', async () => {
    await expect(store.put(key, Readable.from(broken()))).rejects.toThrow('the sender left');
    await expect(store.copy('membership/none', 'repository/2')).rejects.toThrow('ENOENT');
    expect(await names()).toEqual([]);
  });

  it('stays as it was when its successor breaks off', async () => {
    await store.put(key, Readable.from(['first']));
    await expect(store.put(key, Readable.from(broken()))).rejects.toThrow('the sender left');
    expect([await bytesAt(key), await names()]).toEqual([{ size: 5, text: 'first' }, [path.basename(key)]]);
  });
});

describe('what was left unfinished', () => {
  it('is removed once it is old, in its folder alone, and nothing else', async () => {
    await store.removeUnfinished('staged', new Date());
    await store.put('staged/whole', Readable.from(['x']));
    await store.put(key, Readable.from(['x']));
    const parts = ['staged/old.1.part', 'staged/new.1.part', 'membership/old.1.part'].map((name) => path.join(folder, 'files', name));
    for (const part of parts) await writeFile(part, 'half');
    const [now, yesterday] = [new Date(), new Date(0)];
    for (const part of parts.filter((name) => name.includes('old'))) await utimes(part, yesterday, yesterday);
    await utimes(path.join(folder, 'files/staged/whole'), yesterday, yesterday);
    await store.removeUnfinished('staged', new Date(now.getTime() - 60_000));
    expect((await names()).sort()).toEqual([path.basename(key), 'new.1.part', 'old.1.part', 'whole'].sort());
    expect((await readdir(path.join(folder, 'files/staged'))).sort()).toEqual(['new.1.part', 'whole']);
  });
});

describe('a key', () => {
  it.each(['', '/', '/etc/passwd', 'a//b', 'a/', '..', '../a', 'a/../../b', 'a/.', 'a/.hidden', '.part', 'a/b/..'])(
    'is not «%s»',
    async (other) => {
      for (const work of [
        () => store.put(other, Readable.from(['x'])),
        () => store.copy(key, other),
        () => store.read(other),
        () => store.remove(other),
        () => store.removeUnfinished(other, new Date()),
      ]) {
        await expect(work()).rejects.toThrow('not a key of ours');
      }
      expect(await names()).toEqual([]);
    },
  );
});
