import type { MikroORM } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { firstId } from '../../data/cursor-keys.js';
import { documentOf } from './documents.js';
import { awaitTurn, beginAgain, noteFed, rowsAfter, whereAllStand } from './feed.queries.js';
import type { MeilisearchServer } from './meilisearch-server.js';
import { settingsOf } from './settings.js';

const batch = 1000;
const scope = { networkId: null, timeout: 60_000 };

/**
 * Makes the engine's index anew beside the one that serves, from what is published, and changes their places in one step. What is published
 * meanwhile goes to the old one, and once more to the new one: it is fed from where everything stood at the beginning, and what was renamed after
 * that waits for it. Answers how many records.
 */
export async function remakeIndex(orm: MikroORM, server: MeilisearchServer): Promise<number> {
  const { admin, next } = server;
  if (await server.has(next)) await server.done(admin.deleteIndex(next)); // of one that was cut short
  try {
    const records = await make(orm, server);
    await server.done(admin.deleteIndex(next));
    return records;
  } catch (error) {
    await server.done(admin.deleteIndex(next)).catch(() => undefined);
    throw error;
  }
}

async function make(orm: MikroORM, server: MeilisearchServer): Promise<number> {
  const { admin, index, next } = server;
  // in turn with the feed, so that it either took what was renamed before this is read, or leaves it
  await inNetwork(orm.em, scope, async (em) => {
    await awaitTurn(em);
    await server.done(admin.createIndex(next, { primaryKey: 'id' }));
  });
  await server.done(admin.index(next).updateSettings(settingsOf()));
  const began = await inNetwork(orm.em, { ...scope, readOnly: true }, whereAllStand);
  const records = await fill(orm, server, next);
  const held = await server.held(next);
  if (held !== records) throw new Error(`the engine holds ${held} of ${records} records that it was given`); // the old one goes on
  await inNetwork(orm.em, scope, async (em) => {
    await awaitTurn(em);
    if (!(await server.has(index))) await server.done(admin.createIndex(index, { primaryKey: 'id' }));
    await server.done(admin.swapIndexes([{ indexes: [index, next], rename: false }]));
    await beginAgain(em); // networks that had nothing when it began, too
    for (const fed of began) await noteFed(em, fed);
  });
  return records;
}

/** Reads the next part while the engine still takes the one before. */
async function fill(orm: MikroORM, server: MeilisearchServer, index: string): Promise<number> {
  let [records, after] = [0, [firstId, firstId] as [string, string]];
  let taken: Promise<void> = Promise.resolve();
  for (;;) {
    const rows = await inNetwork(orm.em, { ...scope, readOnly: true }, (em) => rowsAfter(em, after, batch));
    const last = rows.at(-1);
    await taken;
    if (!last) return records;
    taken = server.done(server.admin.index(index).addDocuments(rows.map(documentOf), { primaryKey: 'id' }));
    taken.catch(() => undefined); // met by the next turn
    records += rows.length;
    after = [last.networkId, last.id];
  }
}
