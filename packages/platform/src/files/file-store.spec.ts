import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fileStoreContract } from '@alianza/testing/files/file-store-contract';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
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

describe('a server that speaks S3 and falls silent', () => {
  const silent = async (answer: (socket: Socket) => void): Promise<{ url: string; end: () => void }> => {
    const open = new Set<Socket>();
    const server = createServer((socket) => {
      open.add(socket.on('error', () => undefined));
      answer(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const end = () => {
      for (const socket of open) socket.destroy();
      server.close();
    };
    return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, end };
  };
  const access = { region: 'us-east-1', bucket: 'b', accessKey: 'a', secretKey: 'b' };
  const limits = { connectionTimeout: 10_000, requestTimeout: 150, socketTimeout: 300 };

  it('is not waited for without end, before its answer nor within it', async () => {
    const mute = await silent(() => undefined);
    const halting = await silent((socket) => socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')));
    const stores = [
      new S3FileStore({ url: mute.url, ...access }, limits),
      new S3FileStore({ url: halting.url, ...access }, { ...limits, requestTimeout: 10_000, socketTimeout: 1500 }),
    ];
    try {
      await expect(stores[0]!.read('repository/1')).rejects.toMatchObject({ name: 'TimeoutError' });
      const found = await stores[1]!.read('repository/1');
      await expect(buffer(found!.bytes)).rejects.toMatchObject({ name: 'TimeoutError' });
    } finally {
      for (const each of stores) each.close();
      for (const { end } of [mute, halting]) end();
    }
  });
});

/** Uploads in parts, two to a page, none of which is gone before it was aborted twice. */
describe('a server that speaks S3 and lets go only after a while', () => {
  it('is asked until nothing that was begun long ago is left, on whichever page, though it refuses to tell of one', async () => {
    const aborts = new Map(['old-1', 'denied', 'old-2', 'new', 'old-3', 'gone'].map((id) => [id, 0]));
    const isLeft = (id: string) => id !== 'gone' && aborts.get(id)! < 2;
    const listed = (after: string | null) => {
      const ids = [...aborts.keys()].filter((id) => id === 'gone' || isLeft(id));
      const page = ids.slice(after === null ? 0 : ids.indexOf(after) + 1).slice(0, 2);
      const at = (id: string) => (id === 'new' ? '2999-01-01' : '2001-01-01') + 'T00:00:00.000Z';
      const uploads = page.map((id) => `<Upload><Key>a/${id}</Key><UploadId>${id}</UploadId><Initiated>${at(id)}</Initiated></Upload>`);
      const more = page.at(-1) !== ids.at(-1);
      return `<ListMultipartUploadsResult><IsTruncated>${String(more)}</IsTruncated><NextKeyMarker>a/x</NextKeyMarker>
        <NextUploadIdMarker>${page.at(-1) ?? ''}</NextUploadIdMarker>${uploads.join('')}</ListMultipartUploadsResult>`;
    };
    const server = http
      .createServer(({ method, url = '' }, response) => {
        const asked = new URL(url, 'http://s3').searchParams;
        const id = asked.get('uploadId');
        if (id === null) return response.end(listed(asked.get('upload-id-marker')));
        if (id === 'gone') return response.writeHead(404).end('<Error><Code>NoSuchUpload</Code></Error>');
        if (method === 'GET' && id === 'denied') return response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
        if (method === 'GET')
          return response.end(`<ListPartsResult>${isLeft(id) ? '<Part><PartNumber>1</PartNumber></Part>' : ''}</ListPartsResult>`);
        aborts.set(id, aborts.get(id)! + 1);
        return response.writeHead(204).end();
      })
      .listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const s3 = new S3FileStore({ url, region: 'us-east-1', bucket: 'b', accessKey: 'a', secretKey: 'b' });
    try {
      await expect(s3.removeUnfinished('a', new Date())).rejects.toMatchObject({ name: 'AccessDenied' });
      expect(Object.fromEntries(aborts)).toEqual({ 'old-1': 2, denied: 1, 'old-2': 2, 'old-3': 2, new: 0, gone: 0 });
    } finally {
      s3.close();
      server.close();
    }
  });
});

describe('the configuration', () => {
  const config = { FILES_DIR: '/tmp/nowhere', S3_REGION: 'us-east-1' };
  const s3 = { S3_URL: 'http://127.0.0.1:9', S3_BUCKET: 'alianza', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' };

  it('says where files live: in a folder, or on a server where one is named', async () => {
    expect(await openFileStore(config)).toBeInstanceOf(DiskFileStore);
    expect(await openFileStore({ ...config, ...s3 })).toBeInstanceOf(S3FileStore);
  });

  it.each(['S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'])('is refused where a server is named without %s', async (key) => {
    await expect(openFileStore({ ...config, ...s3, [key]: undefined })).rejects.toThrow('S3_URL needs');
  });
});
