import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { claimUpload } from '@alianza/contracts/gateway/uploads';
import { getApplicationLetter } from '@alianza/contracts/membership/applications';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { CONFIG, type Config } from '@alianza/platform/run/service-definition';
import { states } from '@alianza/testing/builders/states';
import { pngOf } from '@alianza/testing/builders/files/png';
import { sendUpload, smallPdf, upload } from '@alianza/testing/builders/files/uploads';
import { eventually } from '@alianza/testing/eventually';
import { addRow } from '@alianza/testing/faults/fault-table';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { request } from 'node:http';
import path from 'node:path';
import { UploadsPurge } from './uploads.purge.js';

/** The smallest document of a word processor (ECMA-376). */
const smallDocx = Buffer.from(
  [
    'UEsDBBQAAAAAAAAAAACZfA+F8gAAAPIAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbDw/eG1sIHZlcnNpb249IjEuMCI/PjxUeXBlcyB4bWxucz0iaHR0cDov',
    'L3NjaGVtYXMub3BlbnhtbGZvcm1hdHMub3JnL3BhY2thZ2UvMjAwNi9jb250ZW50LXR5cGVzIj4KPE92ZXJyaWRlIFBhcnROYW1lPSIvd29yZC9kb2N1bWVu',
    'dC54bWwiIENvbnRlbnRUeXBlPSJhcHBsaWNhdGlvbi92bmQub3BlbnhtbGZvcm1hdHMtb2ZmaWNlZG9jdW1lbnQud29yZHByb2Nlc3NpbmdtbC5kb2N1bWVu',
    'dC5tYWluK3htbCIvPjwvVHlwZXM+UEsDBBQAAAAAAAAAAABfW9FMCwAAAAsAAAARAAAAd29yZC9kb2N1bWVudC54bWw8ZG9jdW1lbnQvPlBLAQIUABQAAAAA',
    'AAAAAACZfA+F8gAAAPIAAAATAAAAAAAAAAAAAAAAAAAAAABbQ29udGVudF9UeXBlc10ueG1sUEsBAhQAFAAAAAAAAAAAAF9b0UwLAAAACwAAABEAAAAAAAAA',
    'AAAAAAAAIwEAAHdvcmQvZG9jdW1lbnQueG1sUEsFBgAAAAACAAIAgAAAAF0BAAAAAA==',
  ].join(''),
  'base64',
);
/** A zip with nothing in it. */
const emptyZip = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const staged = () =>
  rowsOf<{ id: string; key: string; name: string }>('gateway', 'select id, key, name from upload where network_id = $1', [
    setting.network.id,
  ]);
/** Bytes of this world's store in a folder of its keys, half-written ones included. */
async function filesUnder(folder: string): Promise<number> {
  const { FILES_DIR } = world.service('gateway').get<Config>(CONFIG, { strict: false });
  return (await readdir(path.join(FILES_DIR, folder)).catch(() => [])).length;
}
const store = () => world.service('gateway').get<FileStore>(FILES, { strict: false });
const send = (bytes: Uint8Array, name?: string) => sendUpload(world, setting.network.code, bytes, name === undefined ? {} : { name });

describe('a file', () => {
  it('is staged under a safe name, as what its bytes say it is', async () => {
    const letter = await send(smallPdf, 'Carta de interés.PDF');
    expect(letter).toMatchObject({
      status: 201,
      body: { uploadId: expect.any(String), name: 'Carta de interés.pdf', size: smallPdf.length },
    });
    expect(await send(smallDocx, '../carta')).toMatchObject({ status: 201, body: { name: 'carta.docx' } });
    const membership = world.service('membership').get(OperationsClient, { strict: false });
    const claim = () => membership.ask(claimUpload, { uploadId: letter.body.uploadId, purpose: 'application-letter' }, setting.network.id);
    const sha256 = createHash('sha256').update(smallPdf).digest('hex');
    expect(await claim()).toMatchObject({ type: 'application/pdf', size: smallPdf.length, sha256 });
    expect(await claim()).toEqual(await claim());
  });

  it('of one network is none of another', async () => {
    const uploadId = await upload(world, setting.network.code);
    const other = await world.people.openNetwork();
    const membership = world.service('membership').get(OperationsClient, { strict: false });
    await expect(membership.ask(claimUpload, { uploadId, purpose: 'application-letter' }, other.id)).rejects.toMatchObject({
      code: 'upload-not-found',
    });
  });

  it('is refused with nothing left behind, whatever is wrong with it', async () => {
    const before = await staged();
    const large = Buffer.concat([smallPdf, Buffer.alloc(10 * 2 ** 20)]);
    expect(await send(large)).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    for (const wrong of [Buffer.from('MZ\0\0'), emptyZip, Buffer.alloc(0), Buffer.from('<svg onload="x()"/>'), smallDocx.subarray(0, 40)]) {
      expect(await send(wrong, 'carta.pdf')).toMatchObject({
        status: 400,
        body: { code: 'input-invalid', errors: [{ pointer: '/file', reason: 'file-type' }] },
      });
    }
    expect(await staged()).toEqual(before);
    expect(await filesUnder('staged')).toBe(before.length);
  });

  it.each([
    [
      'another field',
      () => {
        const form = new FormData();
        form.append('other', new Blob(['x']), 'x');
        return { body: form };
      },
      '/file',
      'file-missing',
    ],
    [
      'no part at all',
      () => ({ body: '--x--\r\n', headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
      '/file',
      'file-missing',
    ],
    [
      'a broken end',
      () => ({
        body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      }),
      '/file',
      'file-cut-off',
    ],
    ['no boundary', () => ({ body: 'x', headers: { 'content-type': 'multipart/form-data' } }), '/file', 'malformed'],
    ['JSON', () => ({ body: '{}', headers: { 'content-type': 'application/json' } }), '', 'wrong-content-type'],
  ])('is refused where the body has %s', async (_what, init, pointer, reason) => {
    const response = await fetch(`${world.origin}/api/v1/${setting.network.code}/uploads?purpose=application-letter`, {
      method: 'POST',
      ...init(),
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ errors: [expect.objectContaining({ pointer, reason })] }),
    ]);
  });

  it('needs a purpose that there is', async () => {
    const response = await fetch(`${world.origin}/api/v1/${setting.network.code}/uploads?purpose=wallpaper`, {
      method: 'POST',
      body: new FormData(),
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/purpose' })] }),
    ]);
  });

  it('whose sender goes away leaves nothing', async () => {
    const before = await filesUnder('staged');
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 1_000_000 };
    const address = `${world.origin}/api/v1/${setting.network.code}/uploads?purpose=application-letter`;
    const sending = request(address, { method: 'POST', headers }).on('error', () => undefined);
    sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4');
    await eventually(async () => (await filesUnder('staged')) > before);
    sending.destroy();
    await eventually(async () => (await filesUnder('staged')) === before);
    expect(await filesUnder('staged')).toBe(before);
  });

  it('is forgotten after a day, with its bytes', async () => {
    const uploadId = await upload(world, setting.network.code);
    const [kept] = (await staged()).filter(({ id }) => id === uploadId);
    await rowsOf('gateway', `update upload set staged_at = now() - interval '25 hours' where id = $1`, [uploadId]);
    await world.service('gateway').get(UploadsPurge, { strict: false }).purge();
    expect((await staged()).map(({ id }) => id)).not.toContain(uploadId);
    expect(await store().read(kept!.key)).toBeNull();
  });

  it('that broke off with its process is forgotten after a day too', async () => {
    const { FILES_DIR } = world.service('gateway').get<Config>(CONFIG, { strict: false });
    const folders = ['staged', 'repository'];
    const endings = ['old.part', 'new.part', 'old', 'new'];
    const left = folders.flatMap((folder) => endings.map((ending) => path.join(FILES_DIR, folder, `left-${ending}`)));
    for (const folder of folders) await mkdir(path.join(FILES_DIR, folder), { recursive: true });
    for (const file of left) await writeFile(file, 'half, or all of it in the moment before its row');
    const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
    for (const file of left.filter((name) => name.includes('old'))) await utimes(file, before, before);
    await world.service('gateway').get(UploadsPurge, { strict: false }).purge();
    const names = async (folder: string) => (await readdir(path.join(FILES_DIR, folder))).filter((name) => name.startsWith('left-')).sort();
    expect(await names('staged')).toEqual(['left-new', 'left-new.part']);
    expect(await names('repository')).toEqual(['left-new', 'left-new.part', 'left-old']); // whole ones there are known by other rows
    for (const file of left) await rm(file, { force: true });
  });

  it('that the store does not let go of keeps no spent ticket remembered', async () => {
    const id = randomUUID();
    await rowsOf('gateway', `insert into spent_ticket (id, spent_at) values ($1, now() - interval '2 hours')`, [id]);
    const removing = jest.spyOn(store(), 'removeUnfinished').mockRejectedValue(new Error('the store is away'));
    try {
      await expect(world.service('gateway').get(UploadsPurge, { strict: false }).purge()).rejects.toThrow('the store is away');
    } finally {
      removing.mockRestore();
    }
    expect(await rowsOf('gateway', 'select from spent_ticket where id = $1', [id])).toEqual([]);
  });
});

describe('F25: what would grow beyond measure', () => {
  const bombs = { tries: 0, letIn: 0 };
  afterAll(() => {
    const what = 'upload bombs (lost: let in)';
    addRow({ fault: 'F25', what, tries: bombs.tries, acknowledged: 0, lost: bombs.letIn, doubled: 0, gap: null });
  });
  const mebibyte = 2 ** 20;
  const sent = async (bytes: Uint8Array, purpose: 'practice-picture' | 'practice-file') =>
    sendUpload(world, setting.network.code, bytes, { name: 'x', purpose, person: await setting.as('editor') });
  /** An archive whose list says that its first entry unpacks to so much. */
  const claiming = (size: number) => {
    const archive = Buffer.from(smallDocx);
    archive.writeUInt32LE(size, archive.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    return archive;
  };

  it.each([
    [
      'a picture of 50,000 × 50,000 pixels',
      () => pngOf({ width: 50_000, height: 50_000, rows: 1 }),
      'practice-picture',
      'picture-too-large',
    ],
    ['a picture that breaks off', () => pngOf({ width: 400, height: 400, rows: 3 }), 'practice-picture', 'picture-not-readable'],
    ['an archive of four gigabytes', () => claiming(4_000_000_000), 'practice-file', 'archive-too-large'],
    ['an archive that hides its size', () => claiming(0xffffffff), 'practice-file', 'archive-too-large'],
  ] as const)('is refused: %s', async (_what, make, purpose, code) => {
    const before = [await staged(), await filesUnder('staged')];
    const answered = await sent(make(), purpose);
    bombs.tries++;
    if (answered.status < 400) bombs.letIn++;
    expect(answered).toMatchObject({ status: 422, body: { code } });
    expect([await staged(), await filesUnder('staged')]).toEqual(before);
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a\x01\0\x01\0\0\0\0;', 'II*\0\x08\0\0\0'])(
    'is not even opened: %j',
    async (text) => {
      expect(await sent(Buffer.from(text, 'latin1'), 'practice-picture')).toMatchObject({
        status: 400,
        body: { errors: [{ reason: 'file-type' }] },
      });
    },
  );

  it('a body of a gigabyte is refused as soon as it passes the limit, and the memory stays flat', async () => {
    const { token, actingFor = '' } = await setting.as('editor');
    const [chunk, before] = [Buffer.alloc(mebibyte), process.memoryUsage().arrayBuffers];
    const sending = request(`${world.origin}/api/v1/${setting.network.code}/uploads?purpose=practice-file`, {
      method: 'POST',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 1024 * mebibyte,
        authorization: `Bearer ${token}`,
        'alianza-acting-for': actingFor,
      },
    });
    let [status, written, most] = [0, 0, before];
    sending.on('error', () => undefined).once('response', (response) => (status = response.resume().statusCode ?? 0));
    sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4');
    const gone = new AbortController();
    sending.once('close', () => gone.abort()).once('response', () => gone.abort());
    for (; status === 0 && !gone.signal.aborted && written < 1000; written++) {
      if (!sending.write(chunk)) await once(sending, 'drain', { signal: gone.signal }).catch(() => undefined);
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    }
    sending.destroy();
    bombs.tries++;
    if (status < 400) bombs.letIn++;
    expect({ status, refusedEarly: written < 200 }).toEqual({ status: 413, refusedEarly: true });
    expect((most - before) / mebibyte).toBeLessThan(120);
  });
});

describe('a ticket', () => {
  it('is good for one download of one file', async () => {
    const { applicationId } = await states['application-with-letter']!(setting, null);
    const { url } = await world.edge.call<{ url: string }>(getApplicationLetter, { id: applicationId }, await setting.as('secretariat'));
    expect((await fetch(world.origin + url, { method: 'HEAD' })).status).toBe(404);
    const file = await fetch(world.origin + url);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="carta.pdf"; filename*=UTF-8''carta.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(Buffer.from(await file.arrayBuffer()).equals(smallPdf)).toBe(true);
    const again = await fetch(world.origin + url);
    expect([again.status, await again.json()]).toEqual([404, expect.objectContaining({ code: 'link-not-valid' })]);
  });

  it('that somebody altered opens nothing', async () => {
    const { applicationId } = await states['application-with-letter']!(setting, null);
    const { url } = await world.edge.call<{ url: string }>(getApplicationLetter, { id: applicationId }, await setting.as('secretariat'));
    const [payload = '', signature] = url.slice('/files/'.length).split('.');
    const ticket = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), key: 'staged/other' };
    const forged = `${Buffer.from(JSON.stringify(ticket)).toString('base64url')}.${signature ?? ''}`;
    expect((await fetch(`${world.origin}/files/${forged}`)).status).toBe(404);
  });
});
