import { databasesFile } from './databases.js';
import { readDataDir } from './launcher/options.js';
import { readJson } from './servers/private-file.js';

// `npm run audit:verify`: the database that DATABASE_URL names, else the one of the installation that runs in this data folder.
if (!process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE) {
  const running = readJson<Record<string, string>>(databasesFile(readDataDir(process.env)));
  if (running?.audit) process.env.DATABASE_URL = running.audit;
}
await import('@alianza/audit/verify');
