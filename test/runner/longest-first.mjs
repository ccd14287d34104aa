import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { default: Sequencer } = require('@jest/test-sequencer');
const root = path.resolve(import.meta.dirname, '../..');

/** Seconds that the long ones take; of all others their size tells enough. */
const long = {
  'test/browser/accessibility-signed-in.browser.spec.ts': 110,
  'test/browser/accessibility.browser.spec.ts': 50,
  'test/browser/states.browser.spec.ts': 60,
  'test/browser/journey.browser.spec.ts': 50,
  'test/faults/processes.fault.spec.ts': 95,
  'test/faults/nats-cluster.fault.spec.ts': 75,
  'test/load/bench.fault.spec.ts': 65,
  'test/faults/commands.fault.spec.ts': 65,
  'test/faults/postgres.fault.spec.ts': 60,
  'test/generic/access.int.spec.ts': 85,
  'test/generic/refusals.int.spec.ts': 33,
  'infra/local/servers/nats/cluster.int.spec.ts': 27,
  'infra/local/backup/backup.int.spec.ts': 25,
  'test/attacks/mass-assignment.int.spec.ts': 23,
  'test/new-operation.int.spec.ts': 21,
  'tools/lint/config.spec.ts': 22,
};
for (const file of Object.keys(long))
  if (!existsSync(path.join(root, file))) throw new Error(`${file} is there no more, but its duration is`);
const millisecondsPerByte = 0.5;

/** Jest begins with what took longest the last time; where there was no last time, a long one begun last leaves a processor idle. */
export default class LongestFirst extends Sequencer {
  time(test) {
    const { path: file, context } = test;
    const known = (long[path.relative(root, file)] ?? 0) * 1000;
    return super.time(test) ?? Math.max(known, (context.hasteFS.getSize(file) ?? 0) * millisecondsPerByte);
  }
}
