// `npm run soak -- --kills 100 [--seed n] [--json file]`: any process killed at random under a mixed load; ends with 1 unless every
// acknowledged write is there once, none was refused, and each was answered in the end.
import 'reflect-metadata';
import { makeTemplate, newFolder } from '@alianza/testing/faults/cluster';
import { count } from '@alianza/testing/faults/count';
import { unnamedFiles } from '@alianza/testing/faults/halves';
import { openStaffed } from '@alianza/testing/faults/load';
import { openProcesses } from '@alianza/testing/faults/processes';
import { shake } from '@alianza/testing/faults/soak';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evidence, evidenceLine } from '../load/evidence.js';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' }, json: { type: 'string', default: '.cache/soak.json' } },
});
const kills = Number(values.kills);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  process.stderr.write('npm run soak -- --kills <number> [--seed <number>]\n');
  process.exit(2);
}
const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

async function run(): Promise<boolean> {
  const [began, of] = [performance.now(), evidence()];
  say(evidenceLine(of));
  const world = await openProcesses();
  try {
    const setting = await openStaffed(world);
    say(`${world.fleet.places.length} processes at work after ${seconds(performance.now() - began)}; seed ${seed}`);
    const { kills: killed, ledger } = await shake(world, setting, {
      kills,
      seed,
      tell: (name, { far, ledger: so }) => {
        if (far % 10 === 0 || far === kills)
          say(`${far} of ${kills}: ${name}; ${so.acknowledged.length} writes, ${so.retries} tried again`);
      },
    });
    say(`settling after ${seconds(ledger.duration)}`);
    const { lost, doubled, acknowledged, gap, repeatedMails } = await count(world, setting, ledger);
    const { refused, givenUp, retries, reads } = ledger;
    const [files, unnamed] = [ledger.files.size, (await unnamedFiles(world)).length];
    const result = {
      kills,
      seed,
      killed,
      acknowledged,
      files,
      unnamed,
      reads,
      retries,
      lost: lost.length,
      doubled: doubled.length,
      gap,
      repeatedMails,
    };
    const more = { refused: refused.length, givenUp: givenUp.length, failures: Object.fromEntries(ledger.failures) };
    const took = { perKill: ledger.duration / 1000 / kills, seconds: (performance.now() - began) / 1000 };
    mkdirSync(path.dirname(values.json), { recursive: true });
    writeFileSync(values.json, `${JSON.stringify({ ...of, ...result, ...more, ...took }, null, 1)}\n`);
    for (const [name, value] of Object.entries({ ...result, ...took, ...more })) say(`${name.padEnd(14)} ${JSON.stringify(value)}`);
    for (const line of [...lost.map((what) => `LOST ${what}`), ...doubled.map((what) => `DOUBLED ${what}`), ...refused, ...givenUp].slice(
      0,
      50,
    ))
      say(line);
    return lost.length + doubled.length + refused.length + givenUp.length === 0;
  } finally {
    await world.close();
  }
}

const template = newFolder('soak');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1)); // children go with us
process.once('exit', () => rmSync(template, { recursive: true, force: true }));
await makeTemplate(template);
const good = await run();
say(good ? 'every acknowledged write is there, once' : 'NOT every acknowledged write is there once');
process.exit(good ? 0 : 1);
