import { claimDataFolder } from '@alianza/local/launcher/data-folder';
import { databasesFile } from '@alianza/local/databases';
import { searchEnvironment, type Parts } from '@alianza/local/environments';
import { writePrivate } from '@alianza/local/servers/private-file';
import { temporaryFolder } from '@alianza/local/servers/spec-support';
import { workerDatabase } from '@alianza/testing/databases';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const local = path.resolve(import.meta.dirname, '../../infra/local');

/** What `npm run search:rebuild` says beside an installation that searches with this server, of which its own environment says nothing. */
export async function rebuiltByCommand(search: Parts['search']): Promise<string> {
  const folder = temporaryFolder();
  const { release } = claimDataFolder(folder.path);
  try {
    const told = { repository: await workerDatabase('repository'), ...searchEnvironment(search) };
    writePrivate(databasesFile(folder.path), JSON.stringify(told));
    const { DATABASE_URL: _url, DATABASE_URL_FILE: _file, MEILI_URL: _search, ...env } = process.env;
    const command = [path.join(local, 'installed.mjs'), path.join(local, 'search/rebuild-command.ts')];
    return (await promisify(execFile)(process.execPath, command, { env: { ...env, DATA_DIR: folder.path, NODE_OPTIONS: '' } })).stdout;
  } finally {
    release();
    folder.remove();
  }
}
