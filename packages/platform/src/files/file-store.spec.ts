import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fileStoreContract } from '@alianza/testing/files/file-store-contract';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { DiskFileStore } from './file-store.js';
import { openFileStore } from './open-file-store.js';
import { S3FileStore } from './s3-file-store.js';

let folder: string;
let store: DiskFileStore;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'file-store-'));
  store = new DiskFileStore(path.join(folder, 'files'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const namesIn = (place: string) => readdir(path.join(folder, 'files', place)).catch(() => []);

describe('files in a folder', () => {
  fileStoreContract(() => ({
    store,
    unfinished: async (place) => (await namesIn(place)).filter((name) => name.endsWith('.part')).length,
  }));

  it('are for this process’s user alone', async () => {
    await store.put('repository/1', Readable.from(['carta']));
    await store.copy('repository/1', 'repository/2');
    for (const at of ['repository/1', 'repository/2']) expect((await stat(path.join(folder, 'files', at))).mode & 0o077).toBe(0);
  });

  it('that a process left half-written when it was killed go once they are old, and nothing else', async () => {
    await store.removeUnfinished('staged', new Date());
    await store.put('staged/whole', Readable.from(['x']));
    const now = Date.now();
    for (const name of ['old.1.part', 'new.1.part']) await writeFile(path.join(folder, 'files/staged', name), 'half');
    for (const name of ['old.1.part', 'whole']) await utimes(path.join(folder, 'files/staged', name), new Date(0), new Date(0));
    await store.removeUnfinished('staged', new Date(now - 60_000));
    expect((await namesIn('staged')).sort()).toEqual(['new.1.part', 'whole']);
  });
});

describe('the configuration', () => {
  const config = { FILES_DIR: '/tmp/nowhere', S3_REGION: 'us-east-1' };
  const s3 = { S3_URL: 'http://127.0.0.1:9', S3_BUCKET: 'alianza', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' };

  it('says where files live: in a folder, or on a server where one is named', () => {
    expect(openFileStore(config)).toBeInstanceOf(DiskFileStore);
    expect(openFileStore({ ...config, ...s3 })).toBeInstanceOf(S3FileStore);
  });

  it.each(['S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'])('is refused where a server is named without %s', (key) => {
    expect(() => openFileStore({ ...config, ...s3, [key]: undefined })).toThrow('S3_URL needs');
  });
});
