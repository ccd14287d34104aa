import { databasesFile } from '../databases.js';
import { userOfDataFolder } from '../launcher/data-folder.js';
import { readDataDir } from '../launcher/options.js';
import { readJson } from '../servers/private-file.js';

// `npm run search:rebuild`: the database that DATABASE_URL names and the server of MEILI_URL, else those of the installation that runs in this data folder.
if (!process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE) {
  const dataDir = readDataDir(process.env);
  const running = userOfDataFolder(dataDir) === null ? null : readJson<Record<string, string>>(databasesFile(dataDir));
  if (running?.repository) {
    const { MEILI_URL: _url, MEILI_KEY: _key, MEILI_INDEX: _index, ...env } = process.env; // perhaps of another installation's server
    const { MEILI_URL, MEILI_KEY, MEILI_INDEX } = running;
    process.env = {
      ...env,
      DATABASE_URL: running.repository,
      ...(MEILI_URL && { MEILI_URL }),
      ...(MEILI_KEY && { MEILI_KEY }),
      ...(MEILI_INDEX && { MEILI_INDEX }),
    };
  } else {
    process.stderr.write(
      `No se pudo rehacer la búsqueda: no hay una instalación en marcha en ${dataDir}. Se inicia con npm start; DATA_DIR indica otra carpeta y DATABASE_URL una base de datos.\n`,
    );
    process.exit(1);
  }
}
await import('@alianza/repository/rebuild-search');
