import 'reflect-metadata';
import { openOrm } from '@alianza/platform/data/dialect';
import { readConfig } from '@alianza/platform/run/config';
import { openLog } from '@alianza/platform/run/log';
import { readFileSync } from 'node:fs';
import { MeilisearchServer } from './search/meilisearch/meilisearch-server.js';
import { remakeIndex } from './search/meilisearch/remake-index.js';
import { rebuildSearch, type Rebuilt } from './search/rebuild/rebuild.js';
import { searchConfig } from './search/search.config.js';
import { definition } from './service.js';

function databaseUrl(): string | undefined {
  const file = process.env.DATABASE_URL_FILE;
  return file === undefined ? process.env.DATABASE_URL : readFileSync(file, 'utf8').trimEnd();
}

/** In PostgreSQL, then in Meilisearch where one is named: how many records it was given, null where none is. */
async function rebuild(url: string): Promise<Rebuilt & { readonly given: number | null }> {
  const orm = await openOrm(definition.orm, url, openLog('repository', 'silent'), 4);
  const server = new MeilisearchServer(readConfig(searchConfig, process.env));
  try {
    const rebuilt = await rebuildSearch(orm);
    return { ...rebuilt, given: server.isConfigured ? await remakeIndex(orm, server) : null };
  } finally {
    await orm.close();
  }
}

try {
  const url = databaseUrl();
  if (!url) throw new Error('Falta DATABASE_URL: la dirección de la base de datos del repositorio, como la lee su servicio.');
  const started = performance.now();
  const { records, changed, given } = await rebuild(url);
  const seconds = Math.max(0.001, (performance.now() - started) / 1000);
  const rate = Math.round(records / seconds);
  process.stdout.write(
    `Búsqueda al día: ${String(records)} registros, ${String(changed)} con otros conceptos; ${String(rate)} por segundo${given === null ? '; sin Meilisearch: MEILI_URL no está definida' : `; ${String(given)} en el índice de Meilisearch`}\n`,
  );
} catch (error) {
  process.stderr.write(`No se pudo rehacer la búsqueda: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
