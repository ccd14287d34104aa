// `npm test`: every step in order, stopping at the first that fails. `npm test -- unit` runs one; what follows goes to Jest as it is.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { keycloakLacks } from './keycloak/present.mjs';

const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'alianza-run-'));

const bin = {
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript-7/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  jest: 'node_modules/jest/bin/jest.js',
};
const jest = (name, budget) => ({
  name,
  budget,
  counts: path.join(scratch, `${name}.json`),
  args: (rest) => [
    bin.jest,
    // Takes every word up to the next option, so patterns stand at the end.
    ...['--selectProjects', name, '--passWithNoTests', '--json', `--outputFile=${path.join(scratch, `${name}.json`)}`, ...rest],
  ],
});
const check = (name, budget, ...args) => ({ name, budget, args: () => args });

/**
 * One after the other, and each thread with half a right to a processor: what runs beside them is longer, has but one thread, and shall wait for
 * nobody; two of theirs share the other processor.
 */
const behind = (...steps) => steps.map((step) => ({ ...step, yields: true }));

/** Steps of one stage run side by side: they wait for nothing from each other. Budgets in seconds on two cores; in all 20 minutes. */
const stages = [
  [
    // Without ESLint's cache: what a typed rule says of a file depends on the files it imports. The types of all of them need more than Node's usual heap.
    check('lint', 180, '--max-old-space-size=6144', bin.eslint, '.', '--max-warnings=0'),
    behind(
      check('texts', 10, 'tools/texts-check.mjs'),
      check('sizes', 10, 'tools/folder-sizes.mjs'),
      check('docs', 10, 'tools/docs-check.mjs'),
      check('format', 60, bin.prettier, '--check', '.', '--log-level=warn', '--cache'),
      // Each checker would work out the same types anew.
      check('types', 90, bin.tsc, '-b', '--checkers', '1', '--builders', '2'),
      jest('unit', 120),
    ),
  ],
  [jest('integration', 330)],
  [jest('browser', 300)],
  [jest('faults', 270)],
  [jest('keycloak', 120), jest('s3', 60), jest('meilisearch', 60), jest('disk', 60)],
];

const running = new Set();
const done = [];
const counted = { passed: 0, failed: 0 };

function end(code) {
  rmSync(scratch, { recursive: true, force: true });
  process.exit(code);
}

function stop(signal) {
  for (const child of running) child.kill(signal);
  end(signal === 'SIGINT' ? 130 : 143);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.on('disconnect', () => stop('SIGTERM'));

/** One line a failure, with the first lines of its reason: what stands above may be long gone from sight. */
function failuresIn({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const told = failed.length > 0 ? failed : message === '' ? [] : [{ fullName: 'could not be run', failureMessages: [message] }];
    return told.map(({ fullName, failureMessages: [reason = ''] }) => {
      const lines = stripVTControlCharacters(reason)
        .split('\n')
        .map((text) => text.trim());
      const first = lines
        .filter((text) => text !== '' && !text.startsWith('●'))
        .slice(0, 4)
        .join(' · ');
      return `${path.relative(root, name)}: ${fullName}: ${first}`.slice(0, 400);
    });
  });
}

/** What Jest counted; a suite that could not even be loaded is a failure, and so is a run that told nothing. */
function countOf({ counts }, code) {
  if (counts === undefined) return { passed: 0, failed: code === 0 ? 0 : 1, failures: [] };
  try {
    const told = JSON.parse(readFileSync(counts, 'utf8'));
    const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
    return { passed: told.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, failures: code === 0 ? [] : failuresIn(told) };
  } catch {
    return { passed: 0, failed: 1, failures: [] };
  }
}

/** Runs one step. Beside others its output is kept back and shown when it failed, so that lines do not mix. */
async function run(step, rest, alone) {
  const began = performance.now();
  const child = spawn(process.execPath, step.args(rest), { cwd: root, stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  if (step.yields && !alone && child.pid !== undefined) setPriority(child.pid, 3);
  running.add(child);
  const said = [];
  for (const stream of alone ? [] : [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  const code = await new Promise((resolve) => child.once('error', () => resolve(1)).once('close', (status) => resolve(status ?? 1)));
  running.delete(child);
  const count = countOf(step, code);
  counted.passed += count.passed;
  counted.failed += count.failed;
  const result = { ...step, ...count, ok: code === 0, seconds: (performance.now() - began) / 1000 };
  if (!result.ok) process.stdout.write(Buffer.concat(said));
  process.stdout.write(`${line(result)}\n`);
  done.push(result);
  return result.ok;
}

async function runEach(steps, alone) {
  let good = true;
  for (const step of steps) good = (await run(step, rest, alone)) && good;
  return good;
}

function line({ name, ok, seconds, budget, passed, counts }) {
  const tests = counts === undefined || !ok ? '' : passed === 0 ? '  no tests' : `  ${passed} tests`;
  const over = seconds > budget ? '  OVER BUDGET' : '';
  return `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)}${seconds.toFixed(1).padStart(7)} s of ${String(budget).padStart(3)}${tests}${over}`;
}

const known = stages.flat(2).map(({ name }) => name);
const words = process.argv.slice(2);
const firstOther = words.findIndex((word) => !known.includes(word));
const wanted = firstOther === -1 ? words : words.slice(0, firstOther);
const rest = firstOther === -1 ? [] : words.slice(firstOther);
if (rest.length > 0 && wanted.length === 0) {
  process.stderr.write(`There is no step ${rest[0]}. Steps: ${known.join(', ')}.\n`);
  end(2);
}

const isWanted = ({ name }) => wanted.length === 0 || wanted.includes(name);
/** What this machine cannot do is said, twice and loudly; whoever asked for just that is told by the exit code too. */
const foreign = new Map([
  ['keycloak', ['Keycloak', keycloakLacks]],
  [
    'meilisearch',
    ['Search on Meilisearch', () => (process.env.MEILI_URL === undefined ? 'MEILI_URL (with MEILI_KEY) names no server' : null)],
  ],
  // A disk of its own needs a namespace of its own, which not every machine lets its users make.
  [
    'disk',
    [
      'A full disk (F17)',
      () => (spawnSync('unshare', ['-Urm', 'true']).status === 0 ? null : 'this machine makes no namespaces (unshare -Urm)'),
    ],
  ],
  ['s3', ['S3', () => (process.env.S3_URL === undefined ? keycloakLacks() : null)]],
]);
const lacks = new Map(
  [...foreign].flatMap(([name, [, lacking]]) => {
    const lack = isWanted({ name }) ? lacking() : null;
    return lack === null ? [] : [[name, lack]];
  }),
);
const sayLack = () => {
  for (const [name, lack] of lacks) process.stdout.write(`\n!!! ${foreign.get(name)[0]} was not tested: ${lack}.\n\n`);
};
const canRun = ({ name }) => !lacks.has(name);

sayLack();
const began = performance.now();
let good = lacks.size === 0 || wanted.length === 0;
for (const stage of stages) {
  const lanes = stage.map((lane) => [lane].flat().filter((step) => isWanted(step) && canRun(step)));
  if (good) good = (await Promise.all(lanes.map((lane) => runEach(lane, lanes.flat().length === 1)))).every(Boolean);
}
const skipped = known.filter((name) => isWanted({ name }) && !done.some((step) => step.name === name));
if (done.length + skipped.length > 1)
  process.stdout.write(`\n${done.map(line).join('\n')}\n${skipped.map((name) => `skipped ${name}\n`).join('')}`);
const failures = done.flatMap((step) => step.failures);
process.stdout.write(
  failures
    .slice(0, 40)
    .map((failure) => `✕ ${failure}\n`)
    .join(''),
);
if (failures.length > 40) process.stdout.write(`… and ${failures.length - 40} more\n`);
sayLack();
process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s in all\n${counted.passed} passed, ${counted.failed} failed\n`);
end(good ? 0 : 1);
