import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addAttachment } from '@alianza/contracts/repository/files/attachments';
import { environmentsFor } from '@alianza/local/environments';
import { Child } from '@alianza/local/servers/child';
import { startService } from '@alianza/platform/run/run-service';
import { drafted } from '@alianza/testing/builders/practices';
import { somePicture, uploadFor } from '@alianza/testing/builders/files/record-files';
import { sendUpload, smallPdf } from '@alianza/testing/builders/files/uploads';
import { definitionOf } from '@alianza/testing/definitions';
import { addRow } from '@alianza/testing/faults/fault-table';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openSurroundings, type OpenSurroundings } from '@alianza/testing/surroundings';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const kibibyte = 1024;
const disk = 3 * 1024 * kibibyte;
const guide = Buffer.concat([smallPdf, Buffer.alloc(300 * kibibyte)]);

/** Mounts a small disk where files live, seen by itself alone, and runs both in its place. */
const script = 'mount -t tmpfs -o size=3m,mode=700 none "$1" && exec "$2" --import "$3" "$4"';

describe('F17: when the disk for files is full', () => {
  let around: OpenSurroundings;
  let membership: { close(): Promise<void> };
  let child: Child;
  let setting: Setting;
  /** The same folder, as that process sees it. */
  let inside: string;

  beforeAll(async () => {
    around = await openSurroundings();
    const { parts, dir } = around;
    const environments = environmentsFor(parts);
    membership = await startService(definitionOf('membership'), environments.membership);
    mkdirSync(parts.filesDir, { recursive: true });
    const root = path.resolve(import.meta.dirname, '../..');
    const run = [
      parts.filesDir,
      process.execPath,
      path.join(root, 'infra/local/swc-register.mjs'),
      path.join(root, 'test/faults/full-disk-process.ts'),
    ];
    const env = { ...process.env, ENVIRONMENTS: JSON.stringify(environments), NODE_OPTIONS: '' };
    child = new Child('unshare', ['-Urm', 'sh', '-c', script, 'sh', ...run], { logFile: path.join(dir, 'full-disk.log'), cwd: root, env });
    if (!(await child.untilSaid('both are there'))) throw new Error(`it did not start: ${child.said.slice(-1500)}`);
    inside = path.join(`/proc/${String(child.pid)}/root`, parts.filesDir);
    const service = (): never => {
      throw new Error('they run in a process of their own');
    };
    setting = await openSetting({ ...around, service });
  }, 90_000);
  afterAll(async () => {
    await child.stop();
    await membership.close();
    await around.close();
  }, 30_000);
  afterEach(() => rmSync(path.join(inside, 'ballast'), { force: true }));
  /** How often the disk was full when somebody wanted room. */
  let met = 0;

  /** Leaves so many bytes free. */
  function fill(free: number): void {
    const ballast = path.join(inside, 'ballast');
    try {
      writeFileSync(ballast, Buffer.alloc(disk));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
    const taken = readdirSync(inside).includes('ballast') ? spawnSync('stat', ['-c', '%s', ballast]).stdout.toString() : '0';
    truncateSync(ballast, Number(taken) - free);
  }
  const files = () =>
    readdirSync(inside, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'ballast');
  const rows = async () => ({
    staged: await rowsOf<{ id: string }>('gateway', 'select id from upload where network_id = $1', [setting.network.id]),
    kept: await rowsOf<{ id: string }>('repository', 'select id from record_file where network_id = $1', [setting.network.id]),
    files: files().length,
  });
  const send = async (bytes: Uint8Array, purpose: 'practice-file' | 'practice-picture') =>
    sendUpload(setting.world, setting.network.code, bytes, { name: 'guia.pdf', purpose, person: await setting.as('titular') });

  it.each([
    ['at the first byte', 0, 'practice-file', guide],
    ['half-way', 150 * kibibyte, 'practice-file', guide],
    ['while a picture is drawn', 8 * kibibyte, 'practice-picture', somePicture({ width: 1600, height: 1200 })],
  ] as const)('an upload that meets it %s is told so, and nothing of it is kept', async (_when, free, purpose, bytes) => {
    const before = await rows();
    fill(free);
    met++;
    expect(await send(bytes, purpose)).toMatchObject({ status: 507, body: { code: 'storage-full' } });
    expect(await rows()).toEqual(before);
  });

  it('a file that a practice takes over is told so too, and is there to be taken once there is room', async () => {
    const titular = await setting.as('titular');
    const { id } = await drafted(setting);
    const uploadId = await uploadFor(setting, titular, 'practice-file', guide);
    const before = await rows();
    fill(100 * kibibyte);
    met++;
    const refused = await around.edge.send(addAttachment, { id, uploadId }, titular);
    expect([refused.status, refused.body.code]).toEqual([507, 'storage-full']);
    expect(await rows()).toEqual(before);
    rmSync(path.join(inside, 'ballast'));
    const taken = await around.edge.send<{ id: string; size: number }>(addAttachment, { id, uploadId }, titular);
    expect([taken.status, taken.body.size]).toEqual([200, guide.length]);
    const sent = await send(guide, 'practice-file');
    expect(sent.status).toBe(201);
    const { staged, kept } = await rows();
    const told = [sent.body.uploadId, taken.body.id];
    const there = [...staged, ...kept].map((row) => row.id).filter((each) => each !== uploadId);
    const lost = told.filter((each) => !there.includes(each)).length;
    const counted = { acknowledged: told.length, lost, doubled: there.length - (told.length - lost) };
    addRow({ fault: 'F17', what: 'disk full (files)', tries: met, ...counted, gap: null });
    expect(counted).toEqual({ acknowledged: 2, lost: 0, doubled: 0 });
  });
});
