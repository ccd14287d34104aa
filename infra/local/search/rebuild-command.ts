import { databasesFile } from '../databases.js';
import { readDataDir } from '../launcher/options.js';
import { readJson } from '../servers/private-file.js';

// `npm run search:rebuild`: the database that DATABASE_URL names, else the one of the installation that runs in this data folder.
if (!process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE) {
  const running = readJson<Record<string, string>>(databasesFile(readDataDir(process.env)));
  if (running?.repository) process.env.DATABASE_URL = running.repository;
}
await import('@alianza/repository/rebuild-search');
