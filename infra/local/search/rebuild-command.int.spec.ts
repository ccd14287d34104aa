import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { searchPractices } from '@alianza/contracts/repository/search';
import { published } from '@alianza/testing/builders/practices';
import { openInstallation, type Installation } from '@alianza/testing/data-folder/installation';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { execFile } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { temporaryFolder, type TemporaryFolder } from '../servers/spec-support.js';

const many = 3;

let folder: TemporaryFolder;
let dataDir: string;
let installation: Installation | null = null;
let setting: Setting;

beforeAll(async () => {
  folder = temporaryFolder();
  dataDir = path.join(folder.path, 'data');
  installation = await openInstallation(dataDir);
  setting = await openSetting(installation);
  for (let made = 0; made < many; made++)
    await published(setting, { title: { original: 'es', es: `Manzanas ${String(made)} (ficticia)` } });
}, 120_000);
afterAll(async () => {
  await installation?.close();
  folder.remove();
}, 60_000);

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** As `npm run search:rebuild` starts it, with nothing but a data folder in its environment. */
function rebuild(dir: string): Promise<Ended> {
  const command = [path.resolve(import.meta.dirname, '../installed.mjs'), path.resolve(import.meta.dirname, 'rebuild-command.ts')];
  const { DATABASE_URL: _url, DATABASE_URL_FILE: _file, MEILI_URL: _search, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env: { ...env, DATA_DIR: dir, NODE_OPTIONS: '' } }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

async function inRepository(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(Object.assign(new URL(installation?.postgresUrl ?? ''), { pathname: '/alianza_repository' }).toString());
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

const nowhere = (dir: string): Ended => ({
  code: 1,
  out: '',
  err: `No se pudo rehacer la búsqueda: no hay una instalación en marcha en ${dir}. Se inicia con npm start; DATA_DIR indica otra carpeta y DATABASE_URL una base de datos.\n`,
});

it('derives what was lost of the installation that runs in a data folder, while searches go on finding', async () => {
  await inRepository('truncate published_word');
  await inRepository(`update published_practice set named = ''`);
  const { edge } = setting.world;
  const find = () => edge.send<{ total: number }>(searchPractices, { q: 'manzanas' }, { network: setting.network.code });
  let ended: Ended | null = null;
  const rebuilding = rebuild(dataDir).then((how) => (ended = how));
  let searches = 0;
  for (; ended === null; searches++) {
    const { status, body } = await find();
    expect([status, body.total]).toEqual([200, many]);
  }
  const { code, out, err } = await rebuilding;
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    new RegExp(
      String.raw`^Búsqueda al día: ${String(many)} registros, ${String(many)} con otros conceptos; \d+ por segundo; sin Meilisearch: MEILI_URL no está definida\n$`,
    ),
  );
  expect(searches).toBeGreaterThan(1);
  const kept = `select (select count(*) from published_word)::int > 0 as words, (select count(*) from published_practice where named = '')::int as unnamed`;
  expect(await inRepository(kept)).toEqual([{ words: true, unnamed: 0 }]);
  expect((await rebuild(dataDir)).out).toContain(`${String(many)} registros, 0 con otros conceptos`);
}, 60_000);

it('says where no installation runs: in a folder without one, and after it was stopped', async () => {
  const none = path.join(folder.path, 'none');
  expect(await rebuild(none)).toEqual(nowhere(none));
  await installation?.close();
  installation = null;
  expect(await rebuild(dataDir)).toEqual(nowhere(dataDir));
}, 60_000);
