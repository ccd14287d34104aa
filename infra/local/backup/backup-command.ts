import 'reflect-metadata';
import path from 'node:path';
import { readDataDir } from '../launcher/options.js';
import { StartFailure } from '../servers/start-failure.js';
import { makeBackup } from './backup.js';
import { runCommand } from './command.js';
import { rowsIn } from './state.js';
import { sizeOf } from './tree.js';

// `npm run backup [-- <folder>]`: a cold copy of the data folder.
const dataDir = readDataDir(process.env);
const print = (line: string) => void process.stdout.write(`${line}\n`);
const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');

await runCommand('la copia', async (stops) => {
  const [named, ...rest] = process.argv.slice(2);
  if (rest.length > 0) throw new StartFailure('Uso: npm run backup -- [carpeta]');
  if (process.env.MIGRATION_DATABASE_URL)
    throw new StartFailure(
      'Con MIGRATION_DATABASE_URL la base de datos está en otro servidor y aquí no hay nada que copiar en frío: docs/runbook.md dice cómo se respalda.',
    );
  const target = path.resolve(named ?? `${dataDir}-copias/${moment}`);
  const { state, files } = await makeBackup({ dataDir, target, stops, tell: (what) => print(`Copia: ${what}…`) });
  const megabytes = (sizeOf(files) / 2 ** 20).toFixed(0);
  print(
    `Copia lista en ${target}: ${files.length} archivos, ${megabytes} MB, ${rowsIn(state)} filas, ${state.chains.length} cadenas de auditoría. Lleva claves: es tan confidencial como la instalación.`,
  );
});
