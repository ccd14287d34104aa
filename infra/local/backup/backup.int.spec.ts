import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyForMembership, confirmApplication, getApplicationLetter, listApplications } from '@alianza/contracts/membership/applications';
import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { getPractice } from '@alianza/contracts/repository/practices';
import { published } from '@alianza/testing/builders/practices';
import { smallPdf, upload } from '@alianza/testing/builders/files/uploads';
import { eventually } from '@alianza/testing/eventually';
import { addRow } from '@alianza/testing/faults/fault-table';
import { openInstallation, type Installation } from '@alianza/testing/data-folder/installation';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Stops } from '../launcher/stops.js';
import { postgresUser } from '../servers/postgres-binaries.js';
import { startPostgres } from '../servers/postgres.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/spec-support.js';
import { makeBackup } from './backup.js';
import type { Manifest } from './manifest.js';
import { restoreBackup } from './restore.js';

let folder: TemporaryFolder;
let original: string;
let backup: string;
let restored: string;
let ours: Setting;
let theirs: Setting;
let told: EditablePractice;
/** Published while the audit was away: its stream had it, its chain did not. */
let untold: EditablePractice;
let installation: Installation | null = null;
/** Rows by table as they were when everything had stopped. */
let before: Record<string, number>;

async function ask<Row extends object>(url: string, database: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(Object.assign(new URL(url), { pathname: `/${database}` }).toString());
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

const serviceNames = ['membership', 'repository', 'notifications', 'audit', 'gateway'];
const tablesOf = `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss') and tablename not like 'queue_stats%'`;

async function census(url: string): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const service of serviceNames) {
    for (const { name } of await ask<{ name: string }>(url, `alianza_${service}`, tablesOf)) {
      const [row] = await ask<{ n: number }>(url, `alianza_${service}`, `select count(*)::int as n from ${name}`);
      counted[`${service} ${name}`] = row?.n ?? -1;
    }
  }
  return counted;
}

async function atRest(dataDir: string): Promise<Record<string, number>> {
  const server = await startPostgres(dataDir, { forgetful: true });
  try {
    return await census(server.url);
  } finally {
    await server.stop();
  }
}

const within = async <T>(work: (stops: Stops) => Promise<T>): Promise<T> => {
  const stops = new Stops(20_000, () => undefined);
  try {
    return await work(stops);
  } finally {
    await stops.all();
  }
};
const backUp = (target: string, dataDir = original) => within((stops) => makeBackup({ dataDir, target, stops }));
const restore = (dataDir: string, from = backup) => within((stops) => restoreBackup({ backup: from, dataDir, stops }));

/** `npm run backup` or `npm run restore` as a person types it. */
function typed(command: 'backup' | 'restore', dataDir: string, ...given: string[]) {
  const script = [path.resolve(import.meta.dirname, '../installed.mjs'), path.join(import.meta.dirname, `${command}-command.ts`)];
  const { MIGRATION_DATABASE_URL: _none, ...env } = process.env;
  return spawnSync(process.execPath, [...script, ...given], { env: { ...env, DATA_DIR: dataDir, NODE_OPTIONS: '' }, encoding: 'utf8' });
}

/** An application with its letter in a file, confirmed through the link in the mail. */
async function applyWithLetter({ world, network }: Setting): Promise<void> {
  const email = `solicitud-${network.code}@example.org`;
  const letterUploadId = await upload(world, network.code);
  const input = { ...applyForMembership.example.input, email, letterText: undefined, letterUploadId };
  await world.edge.call(applyForMembership, input, { network: network.code });
  const secret = await eventually(async () => {
    const mails = (await (await fetch(`${world.origin}/_correo/api/messages?to=${email}`)).json()) as { links: string[] }[];
    const link = mails.flatMap(({ links }) => links).find((address) => address.includes('/solicitud/confirmar#'));
    return link === undefined ? null : new URL(link).hash.slice(1);
  }, 20_000);
  await world.edge.call(confirmApplication, { secret }, { network: network.code });
}

const entriesOf = (url: string, id: string) =>
  ask<{ subject: string }>(url, 'alianza_audit', 'select subject from entry where aggregate_id = $1', [id]);

/** Nothing is on its way any more: what only its hour asks for may be taken half a minute later. */
const settled = (url: string) =>
  eventually(async () => {
    for (const service of serviceNames) {
      const [row] = await ask<{ waiting: number }>(
        url,
        `alianza_${service}`,
        `select (select count(*) from outbox where published_at is null)::int +
           (select count(*) from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now())::int as waiting`,
      );
      if (row?.waiting !== 0) return false;
    }
    return true;
  }, 60_000);

beforeAll(async () => {
  folder = temporaryFolder();
  [original, backup, restored] = ['data', 'copy', 'restored'].map((name) => path.join(folder.path, name)) as [string, string, string];
  installation = await openInstallation(original);
  const { postgresUrl } = installation;
  [ours, theirs] = [await openSetting(installation), await openSetting(installation)];
  await asSecretariat(ours);
  told = await published(ours);
  await published(theirs);
  await applyWithLetter(ours);
  await eventually(async () => (await entriesOf(postgresUrl, told.id)).length === 3, 20_000);
  await settled(postgresUrl);
  await installation.service('audit').close();
  untold = await published(ours);
  await settled(postgresUrl);
  expect(await entriesOf(postgresUrl, untold.id)).toEqual([]);
  await installation.close();
  installation = null;
  before = await atRest(original);
  const { status, stdout, stderr } = typed('backup', original, backup);
  expect([status, stdout, stderr]).toEqual([0, expect.stringContaining(`Copia lista en ${backup}: `), '']);
}, 240_000);
afterAll(async () => {
  await installation?.close();
  folder.remove();
}, 240_000);

describe('a backup', () => {
  it('is its owner’s alone, without what belongs to one start, and leaves the data as it was', () => {
    expect(statSync(backup).mode & 0o777).toBe(0o700);
    const { files } = JSON.parse(readFileSync(path.join(backup, 'copia.json'), 'utf8')) as Manifest;
    const names = files.map((file) => file.path);
    for (const kept of ['secrets/postgres', 'identity/keys.json', 'identity/accounts.json', 'postgres/PG_VERSION'])
      expect(names).toContain(kept);
    expect(names.filter((name) => name.startsWith('files/membership/'))).toHaveLength(1);
    expect(names.filter((name) => /^(nats|logs)\/|en-uso|databases\.json|admin\.json|postmaster\.pid/.test(name))).toEqual([]);
    expect(existsSync(`${backup}.parcial`) || existsSync(path.join(original, 'en-uso.json'))).toBe(false);
  });

  it('is refused of a running installation, of nothing, into what is there, and into the data itself', async () => {
    writeFileSync(path.join(original, 'en-uso.json'), JSON.stringify({ pid: process.pid, start: null }));
    await expect(backUp(path.join(folder.path, 'other'))).rejects.toThrow(`está en marcha (proceso ${String(process.pid)})`);
    rmSync(path.join(original, 'en-uso.json'));
    await expect(backUp(path.join(folder.path, 'other'), path.join(folder.path, 'none'))).rejects.toThrow(
      'no hay una instalación que copiar',
    );
    await expect(backUp(backup)).rejects.toThrow(`${backup} no está vacía`);
    await expect(backUp(path.join(original, 'copy'))).rejects.toThrow('dentro de la carpeta de datos');
    expect(existsSync(path.join(folder.path, 'other'))).toBe(false);
  });

  it('is asked for in one way, and whoever types another hears which', () => {
    const [many, none] = [typed('backup', original, 'one', 'two'), typed('restore', nowhere())];
    expect([many.status, many.stdout, many.stderr]).toEqual([1, '', 'Uso: npm run backup -- [carpeta]\n']);
    expect([none.status, none.stdout, none.stderr]).toEqual([1, '', 'Uso: npm run restore -- <carpeta de la copia>\n']);
  });

  it('is not restored over anything', async () => {
    const taken = path.join(folder.path, 'taken');
    mkdirSync(taken);
    writeFileSync(path.join(taken, 'theirs'), '');
    await expect(restore(taken)).rejects.toThrow(`${taken} no está vacía y restaurar no borra nada`);
    expect(readdirSync(taken)).toEqual(['theirs']);
  });

  const nowhere = () => path.join(folder.path, 'nowhere');
  const isUntouched = () => !readdirSync(folder.path).some((name) => name.startsWith('nowhere'));

  it('with one flipped bit anywhere is refused by the file’s name, and nothing is written', async () => {
    const { files } = JSON.parse(readFileSync(path.join(backup, 'copia.json'), 'utf8')) as Manifest;
    const letter = files.find((file) => file.path.startsWith('files/membership/'))?.path ?? '';
    const heap = [...files].filter((file) => file.path.startsWith('postgres/base/')).sort((a, b) => b.size - a.size)[0]?.path ?? '';
    for (const file of [`datos/${letter}`, `datos/${heap}`, 'datos/identity/accounts.json', 'copia.json']) {
      const place = path.join(backup, file);
      const bytes = readFileSync(place);
      const middle = Math.floor(bytes.length / 2);
      writeFileSync(place, bytes.with(middle, (bytes[middle] ?? 0) ^ 1));
      await expect(restore(nowhere())).rejects.toThrow(`La copia está dañada en ${place}`);
      writeFileSync(place, bytes);
    }
    expect(isUntouched()).toBe(true);
  });

  it('that this version could not run is refused, and so is one whose paths lead outside', async () => {
    const file = path.join(backup, 'copia.json');
    const good = readFileSync(file, 'utf8');
    const digest = readFileSync(`${file}.sha256`, 'utf8');
    const manifest = JSON.parse(good) as Manifest;
    const { audit } = manifest.state.services;
    const newer = { ...manifest.state.services, audit: { ...audit, migrations: [...(audit?.migrations ?? []), '9999'] } };
    const cases: [object, string][] = [
      [{ postgres: '17' }, 'La copia es de PostgreSQL 17'],
      [{ state: { ...manifest.state, services: newer } }, 'migraciones que esta versión del proyecto no conoce (audit 9999)'],
      [{ files: [{ ...manifest.files[0], path: '../outside' }] }, '(../outside)'],
      [{ format: 2 }, 'formato que esta versión no conoce'],
    ];
    for (const [change, sentence] of cases) {
      const text = JSON.stringify({ ...manifest, ...change });
      writeFileSync(file, text);
      writeFileSync(`${file}.sha256`, createHash('sha256').update(text).digest('hex'));
      await expect(restore(nowhere())).rejects.toThrow(sentence);
    }
    writeFileSync(file, good);
    writeFileSync(`${file}.sha256`, digest);
    expect(isUntouched()).toBe(true);
  });
});

describe('F24: a backup restored into an empty folder', () => {
  beforeAll(async () => {
    mkdirSync(restored); // an empty one is as good as none
    const { status, stdout, stderr } = typed('restore', restored, backup);
    expect([status, stdout, stderr]).toEqual([0, expect.stringMatching(/^Las \d+ cadenas de auditoría se sostienen\.$/m), '']);
  }, 120_000);

  it('holds every row, and every file under its owner’s eyes alone', async () => {
    for (const secret of ['secrets/postgres', 'identity/keys.json', 'identity/accounts.json'])
      expect([secret, statSync(path.join(restored, secret)).mode & 0o777]).toEqual([secret, 0o600]);
    const user = postgresUser() ?? { uid: process.getuid?.() };
    expect(statSync(path.join(restored, 'postgres/PG_VERSION')).uid).toBe(user.uid);
    expect(statSync(path.join(restored, 'postgres')).mode & 0o777).toBe(0o700);
    const after = await atRest(restored);
    const rows = Object.values(before).reduce((sum, count) => sum + count, 0);
    const grown = [...new Set([...Object.keys(before), ...Object.keys(after)])].map((table) => (after[table] ?? 0) - (before[table] ?? 0));
    const [lost, doubled] = [-1, 1].map((sign) => grown.reduce((sum, more) => sum + Math.max(0, sign * more), 0)) as [number, number];
    addRow({ fault: 'F24', what: 'a cold copy restored elsewhere (rows)', tries: 1, acknowledged: rows, lost, doubled, gap: null });
    expect(after).toEqual(before);
    expect(readdirSync(folder.path).filter((name) => name.includes('restaurando'))).toEqual([]);
  }, 120_000);

  describe('and started', () => {
    let again: Installation;
    beforeAll(async () => {
      again = installation = await openInstallation(restored);
    }, 120_000);

    it('knows its people, answers each network with its own, and hands out its files', async () => {
      const token = await again.people.token((await asSecretariat(ours)).email);
      const secretariat = { network: ours.network.code, token, actingFor: ours.secretariat.id };
      const inNetwork = async (network: string) => (await again.edge.send(getPractice, { slug: told.slug }, { network })).status;
      expect([await inNetwork(ours.network.code), await inNetwork(theirs.network.code)]).toEqual([200, 404]);
      const { items } = await again.edge.call<{ items: { id: string }[] }>(listApplications, {}, secretariat);
      const { url } = await again.edge.call<{ url: string }>(getApplicationLetter, { id: items[0]?.id }, secretariat);
      const letter = await fetch(new URL(url, again.origin));
      expect(Buffer.from(await letter.arrayBuffer()).equals(smallPdf)).toBe(true);
    });

    it('shows no row of a network to whoever names none, or another', async () => {
      const tenantTables = `select relname as name from pg_class c where relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') = 'tenant'`;
      let seen = 0;
      for (const [service, url] of Object.entries(again.databases)) {
        for (const { name } of await ask<{ name: string }>(again.postgresUrl, `alianza_${service}`, tenantTables)) {
          const [all] = await ask<{ n: number }>(again.postgresUrl, `alianza_${service}`, `select count(*)::int as n from "${name}"`);
          seen += all?.n ?? 0;
          const count = `select count(*)::int as n from "${name}"`;
          expect([name, await ask(url, `alianza_${service}`, count)]).toEqual([name, [{ n: 0 }]]);
          const foreign = `select count(*)::int as n from "${name}", set_config('app.network', '${theirs.network.id}', false) where network_id <> '${theirs.network.id}'`;
          expect([name, await ask(url, `alianza_${service}`, foreign)]).toEqual([name, [{ n: 0 }]]);
        }
      }
      expect(seen).toBeGreaterThan(20);
    });

    it('tells what had not been told, and nothing twice', async () => {
      const { postgresUrl } = again;
      await eventually(async () => (await entriesOf(postgresUrl, untold.id)).length === 3, 20_000);
      const fresh = await published({ ...ours, world: again, as: (role) => renewed(again, role) });
      await eventually(async () => (await entriesOf(postgresUrl, fresh.id)).length === 3, 20_000);
      await settled(postgresUrl);
      for (const { id } of [told, untold, fresh]) expect(await entriesOf(postgresUrl, id)).toHaveLength(3);
      const outbox = `select from outbox where event ->> 'aggregateId' = $1`;
      expect(await ask(postgresUrl, 'alianza_repository', outbox, [fresh.id])).toHaveLength(3);
      const twice = 'select event_id, person_id, rule from notice group by 1, 2, 3 having count(*) > 1';
      expect(await ask(postgresUrl, 'alianza_notifications', twice)).toEqual([]);
    }, 120_000);

    it('passes audit:verify', () => {
      const script = path.resolve(import.meta.dirname, '../installed.mjs');
      const command = [script, path.resolve(import.meta.dirname, '../audit-verify.ts')];
      const { DATABASE_URL: _none, ...env } = process.env;
      const said = execFileSync(process.execPath, command, { env: { ...env, DATA_DIR: restored, NODE_OPTIONS: '' } }).toString();
      expect(said.trim().split('\n')).toHaveLength(3);
      expect(said).not.toMatch(/: (?!la cadena se sostiene)/);
    }, 60_000);
  });

  const renewed = async (world: Installation, role: Parameters<Setting['as']>[0]) => {
    const person = await ours.as(role);
    return { ...person, token: await world.people.token(person.email) };
  };
});
