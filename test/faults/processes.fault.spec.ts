import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { confirmImport, type PracticeImport } from '@alianza/contracts/repository/imports';
import { addAttachment } from '@alianza/contracts/repository/files/attachments';
import type { Attachment } from '@alianza/contracts/repository/files/record-files';
import { draftPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import type { Place } from '@alianza/local/processes/fleet';
import { eventually } from '@alianza/testing/eventually';
import { uploadFor } from '@alianza/testing/builders/files/record-files';
import { checkedImport, csvOf } from '@alianza/testing/builders/imports';
import { completeContent } from '@alianza/testing/builders/practices';
import { Client } from '@alianza/testing/faults/client';
import { count } from '@alianza/testing/faults/count';
import { addCount, tries } from '@alianza/testing/faults/fault-table';
import { Ledger } from '@alianza/testing/faults/ledger';
import { Load, openStaffed } from '@alianza/testing/faults/load';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import { shake } from '@alianza/testing/faults/soak';
import { asSecretariat, asTitular, type Setting } from '@alianza/testing/setting';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

let world: Processes;
let setting: Setting;
beforeAll(async () => {
  world = await openProcesses();
  setting = await openStaffed(world);
}, 240_000);
afterAll(() => world.close(), 60_000);

const minutes = tries(4, 20) * 60_000;
const untilMore = (load: Load, more: number) => {
  const enough = load.acknowledged + more;
  return eventually(() => load.acknowledged >= enough, 60_000);
};

/** Taken out, drained, started again; answers the seconds it took to leave. */
async function restart(place: Place): Promise<number> {
  const began = performance.now();
  await place.stop();
  const seconds = (performance.now() - began) / 1000;
  await place.start();
  return seconds;
}

/** Who leaves at the same time: one after the other, or, where there is less time, first one of each service and then the other. */
function waves(): (readonly Place[])[] {
  const { places } = world.fleet;
  const each = places.map((place) => [place]);
  const halves = ['-1', '-2'].map((end) => places.filter(({ name }) => name.endsWith(end)));
  return tries(0, 1) === 1 ? [...each, ...halves, ...halves] : halves;
}

/** All of them under a load that loses and doubles nothing; and whether the machine stood still meanwhile, in which a request may fail that nobody failed. */
async function restartAll() {
  const seconds: number[] = [];
  const delay = monitorEventLoopDelay();
  delay.enable();
  const load = await Load.start(setting);
  for (const wave of waves()) {
    await untilMore(load, 20); // they leave while there is work
    seconds.push(...(await Promise.all(wave.map(restart))));
  }
  await untilMore(load, 20);
  const ledger = await load.stop();
  delay.disable();
  const counted = await count(world, setting, ledger);
  expect(counted).toMatchObject({ lost: [], doubled: [] });
  return { ledger, seconds, counted, stoodStill: delay.max > 1e9 };
}

it(
  'F21: every process leaves and comes back under load, no request fails, and none takes longer than 25 s to leave',
  async () => {
    const first = await restartAll();
    const { ledger, seconds, counted } = first.stoodStill && first.ledger.failures.size > 0 ? await restartAll() : first;
    addCount({ fault: 'F21', what: 'every process taken out, drained, started again', tries: seconds.length }, counted);
    expect(Object.fromEntries(ledger.failures)).toEqual({});
    expect(ledger).toMatchObject({ refused: [], givenUp: [], retries: 0 });
    expect(ledger.files.size).toBeGreaterThan(0);
    expect(Math.max(...seconds)).toBeLessThan(25);
  },
  minutes,
);

it(
  'soak: processes killed at random under load lose and double nothing that was acknowledged',
  async () => {
    const kills = tries(8, 60);
    const { ledger } = await shake(world, setting, { kills, seed: 21 });
    const counted = await count(world, setting, ledger);
    addCount({ fault: 'soak', what: 'any process killed at random under load', tries: kills }, counted);
    expect(ledger).toMatchObject({ refused: [], givenUp: [] });
    expect(counted).toMatchObject({ lost: [], doubled: [] });
  },
  minutes,
);

it(
  'a write that is missing or there twice would have been noticed',
  async () => {
    const ledger = new Ledger();
    const titular = await asTitular(setting);
    const client = new Client(world.edge, world.people, ledger);
    const ids: string[] = [];
    for (const token of [titular.token, 'a token that no longer holds']) {
      const wish = { operation: draftPractice, input: { content: completeContent() }, asked: { ...titular, token } };
      ids.push((await client.write<EditablePractice>(wish))?.id ?? '');
    }
    const [gone, twice] = ids;
    const uploadId = await uploadFor(setting, titular, 'practice-file');
    const taken = { operation: addAttachment, input: { id: twice, uploadId }, asked: titular };
    const file = await client.write<Attachment>(taken);
    expect(await count(world, setting, ledger)).toMatchObject({ acknowledged: 3, lost: [], doubled: [] });
    await world.rows('repository', 'delete from practice where id = $1', [gone]);
    await world.rows(
      'repository',
      `insert into outbox (event, published_at) select event || jsonb_build_object('id', gen_random_uuid()), now() from outbox where event->>'aggregateId' = $1`,
      [twice],
    );
    const [copy] = await world.rows<{ key: string }>(
      'repository',
      `insert into record_file select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid()))).* from record_file f where id = $1 returning key`,
      [file?.id],
    );
    const key = String(copy?.key);
    rmSync(path.join(world.parts.filesDir, key));
    const { lost, doubled } = await count(world, setting, ledger);
    expect(lost).toEqual([
      expect.stringContaining(`repository.practices.draft ${String(gone)}`),
      ...[key, key].map((of) => `bytes of ${of}`),
      expect.stringContaining('audit entry of'), // of the fact that nobody was told
    ]);
    expect(doubled).toEqual([`file ${String(file?.hash)} of ${String(twice)}`, `fact of ${String(twice)} 1`]);
  },
  minutes,
);

/** Of an import: where it stands, how many rows it has written, and how many records there are of them. */
const standing = async (id: string) => {
  const records = `select count(*)::int from practice where network_id = $2 and title like 'Fila % de muchas (ficticia)'`;
  const [row] = await world.rows<{ status: string; done: number; records: number; result: object | null }>(
    'repository',
    `select status, done, result, (${records}) as records from practice_import where id = $1`,
    [id, setting.network.id],
  );
  if (!row) throw new Error('the import is gone');
  return row;
};

// It waits until those who died have given no sign of life for long enough: too long for every day.
if (tries(0, 1) === 1)
  it('an import whose processes are killed while it writes goes on, and writes each row once', async () => {
    const rows = Array.from({ length: 400 }, (_none, index) => [`Fila ${String(index)} de muchas (ficticia)`, 'Se turnan.', 'MX']);
    const { id, digest } = await checkedImport(setting, { bytes: csvOf([['Título', 'Resumen', 'País'], ...rows]) });
    await world.edge.call<PracticeImport>(confirmImport, { id, digest }, await asSecretariat(setting));
    await eventually(async () => (await standing(id)).done >= 60, 30_000);
    await Promise.all(world.placesOf('repository').map(({ name }) => world.crash(name)));
    await Promise.all(world.placesOf('repository').map((place) => place.start()));
    const { status, done } = await standing(id);
    expect([status, done < 400]).toEqual(['applying', true]);
    const ended = await eventually(async () => {
      const now = await standing(id);
      return now.status === 'done' && now;
    }, 120_000);
    expect(ended).toMatchObject({ records: 400, result: { created: 400, changed: 0, same: 0, skipped: 0, failed: 0 } });
  }, 180_000);
