import { databasesFile } from '../databases.js';
import { userOfDataFolder } from '../launcher/data-folder.js';
import { readDataDir } from '../launcher/options.js';
import { readJson } from '../servers/private-file.js';

// `npm run search:rebuild`: the database that DATABASE_URL names, else the one of the installation that runs in this data folder.
if (!process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE) {
  const dataDir = readDataDir(process.env);
  const running = userOfDataFolder(dataDir) === null ? null : readJson<Record<string, string>>(databasesFile(dataDir));
  if (running?.repository) process.env.DATABASE_URL = running.repository;
  else {
    process.stderr.write(
      `No se pudo rehacer la búsqueda: no hay una instalación en marcha en ${dataDir}. Se inicia con npm start; DATA_DIR indica otra carpeta y DATABASE_URL una base de datos.\n`,
    );
    process.exit(1);
  }
}
await import('@alianza/repository/rebuild-search');
