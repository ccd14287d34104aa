import 'reflect-metadata';
import { openOrm } from '@alianza/platform/data/dialect';
import { openLog } from '@alianza/platform/run/log';
import { readFileSync } from 'node:fs';
import { rebuildSearch, type Rebuilt } from './search/rebuild/rebuild.js';
import { definition } from './service.js';

function databaseUrl(): string | undefined {
  const file = process.env.DATABASE_URL_FILE;
  return file === undefined ? process.env.DATABASE_URL : readFileSync(file, 'utf8').trimEnd();
}

async function rebuild(url: string): Promise<Rebuilt> {
  const orm = await openOrm(definition.orm, url, openLog('repository', 'silent'), 2);
  try {
    return await rebuildSearch(orm);
  } finally {
    await orm.close();
  }
}

try {
  const url = databaseUrl();
  if (!url) throw new Error('Falta DATABASE_URL: la dirección de la base de datos del repositorio, como la lee su servicio.');
  const started = performance.now();
  const { records, changed } = await rebuild(url);
  const seconds = Math.max(0.001, (performance.now() - started) / 1000);
  const rate = Math.round(records / seconds);
  process.stdout.write(
    `Búsqueda al día: ${String(records)} registros, ${String(changed)} con otros conceptos; ${String(rate)} por segundo\n`,
  );
} catch (error) {
  process.stderr.write(`No se pudo rehacer la búsqueda: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
