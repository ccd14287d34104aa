import { databasesFile } from '../databases.js';
import { userOfDataFolder } from '../launcher/data-folder.js';
import { readDataDir } from '../launcher/options.js';
import { readJson } from '../servers/private-file.js';

const searchNames = ['MEILI_URL', 'MEILI_KEY', 'MEILI_KEY_FILE', 'MEILI_INDEX'];

// `npm run search:rebuild`: the database that DATABASE_URL names and the server of MEILI_URL, else those of the installation that runs in this data folder.
if (!process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE) {
  const dataDir = readDataDir(process.env);
  const running = userOfDataFolder(dataDir) === null ? null : readJson<Record<string, string>>(databasesFile(dataDir));
  if (running?.repository) {
    const own = Object.entries(process.env).filter(([name]) => !searchNames.includes(name)); // those may be of another installation's server
    const given = Object.entries(running).filter(([name]) => searchNames.includes(name));
    process.env = Object.fromEntries([...own, ...given, ['DATABASE_URL', running.repository]]);
  } else {
    process.stderr.write(
      `No se pudo rehacer la búsqueda: no hay una instalación en marcha en ${dataDir}. Se inicia con npm start; DATA_DIR indica otra carpeta y DATABASE_URL una base de datos.\n`,
    );
    process.exit(1);
  }
}
await import('@alianza/repository/rebuild-search');
