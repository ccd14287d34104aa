import { databasesFile } from '../databases.js';
import { readDataDir } from '../launcher/options.js';
import { readJson } from '../servers/private-file.js';
import { adminFile } from './identity.js';

// `npm run accounts:reconcile [-- --mend]`: the database and provider of the environment, else those of the installation that runs in this data folder.
const dataDir = readDataDir(process.env);
if (!process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE) {
  const running = readJson<Record<string, string>>(databasesFile(dataDir));
  if (running?.membership) process.env.DATABASE_URL = running.membership;
}
if (!process.env.IDENTITY_ADMIN_URL && !process.env.KEYCLOAK_URL) {
  const admin = readJson<{ url: string; secret: string }>(adminFile(dataDir));
  if (admin) Object.assign(process.env, { IDENTITY_ADMIN_URL: admin.url, IDENTITY_ADMIN_SECRET: admin.secret });
}
await import('@alianza/membership/reconcile');
