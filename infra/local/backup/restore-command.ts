import 'reflect-metadata';
import path from 'node:path';
import { readDataDir } from '../launcher/options.js';
import { StartFailure } from '../servers/start-failure.js';
import { runCommand } from './command.js';
import { restoreBackup } from './restore.js';
import { rowsIn } from './state.js';

// `npm run restore -- <folder>`: a backup into a data folder where there is nothing yet.
const dataDir = readDataDir(process.env);
const print = (line: string) => void process.stdout.write(`${line}\n`);

await runCommand('la restauración', async (stops) => {
  const [backup, ...rest] = process.argv.slice(2);
  if (backup === undefined || rest.length > 0) throw new StartFailure('Uso: npm run restore -- <carpeta de la copia>');
  const { manifest, brokenChains } = await restoreBackup({
    backup: path.resolve(backup),
    dataDir,
    stops,
    tell: (what) => print(`Restauración: ${what}…`),
  });
  print(
    `Restaurada en ${dataDir} la copia del ${manifest.madeAt}: ${rowsIn(manifest.state)} filas, como al copiar. npm start la pone en marcha.`,
  );
  if (brokenChains === null) print('La auditoría se podrá comprobar después de iniciar: npm run audit:verify.');
  else if (brokenChains.length > 0)
    print(`La auditoría ya no se sostenía al copiar, en: ${brokenChains.join(', ')}. npm run audit:verify dice dónde.`);
  else print(`Las ${manifest.state.chains.length} cadenas de auditoría se sostienen.`);
});
