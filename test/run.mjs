// `npm test`: stage after stage, the steps of one side by side, ending with the first that fails. `npm test -- unit` runs one step; what follows goes
// to Jest as it is.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keycloakLacks } from './keycloak/present.mjs';
import { hasOneTry } from './runner/one-try.mjs';
import { filesIn } from './runner/told.mjs';

const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'alianza-run-'));

const bin = {
  oxfmt: 'node_modules/oxfmt/bin/oxfmt',
  tsc: 'node_modules/typescript-7/bin/tsc',
  oxlint: 'node_modules/oxlint/bin/oxlint',
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
/** Whole systems under the clock of whatever machine this is. Not so the faults: what is lost in one try of ten is lost. */
const system = (name, budget) => ({ ...jest(name, budget), again: true });
const check = (name, budget, ...args) => ({ name, budget, args: () => args });

/**
 * Steps of one stage run side by side: they wait for nothing from each other. Budgets in seconds on two
 * cores say where the time goes, and fail nothing: those of the longest lane of each stage are 20 minutes in all.
 */
const stages = [
  [
    [
      check('lint', 60, bin.oxlint, '--config', 'oxlint.config.mjs', '--deny-warnings'),
      { ...check('keycloak-home', 45, '--import', './infra/local/swc-register.mjs', 'test/keycloak/home.ts'), needs: 'keycloak' },
    ],
    [
      check('texts', 5, 'tools/texts-check.mjs'),
      check('sizes', 5, 'tools/folder-sizes.mjs'),
      check('docs', 5, 'tools/docs-check.mjs'),
      check('format', 5, bin.oxfmt, '--check', '.'),
      // Each checker would work out the same types anew.
      check('types', 35, bin.tsc, '-b', '--checkers', '1', '--builders', '2'),
      jest('unit', 45),
    ],
  ],
  [system('integration', 380)],
  [system('browser', 300)],
  [jest('faults', 280)],
  [system('keycloak', 100), system('s3', 60), jest('meilisearch', 60), jest('disk', 60)],
];

const running = new Set();
const done = [];
const stumbled = [];
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

/** One try of a step. Beside others its output is kept back and shown when it failed, so that lines do not mix. */
async function attempt(step, rest, alone) {
  if (step.counts !== undefined) rmSync(step.counts, { force: true });
  const child = spawn(process.execPath, step.args(rest), { cwd: root, stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const said = [];
  for (const stream of alone ? [] : [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  const code = await new Promise((resolve) => child.once('error', () => resolve(1)).once('close', (status) => resolve(status ?? 1)));
  running.delete(child);
  if (code !== 0) process.stdout.write(Buffer.concat(said));
  return { ok: code === 0, files: step.counts === undefined ? [] : filesIn(step.counts) };
}

/**
 * So that a stumble can be told from a defect, up to two files of a system that failed run once more, by themselves: what fails twice fails the
 * run, what passes then is named at its end, for somebody to mend. Attacks and faults have one try: what is lost once is lost.
 */
async function runAgain(first, step, alone) {
  const failed = first.files?.filter(({ failures }) => failures.length > 0) ?? [];
  if (first.ok || !step.again || rest.length > 0 || failed.length === 0 || failed.length > 2) return first;
  if (failed.some(({ name }) => hasOneTry(path.relative(root, name)))) return first;
  const second = await attempt(step, ['--runTestsByPath', ...failed.map(({ name }) => name)], alone);
  if (!second.ok) return first;
  stumbled.push(...failed.flatMap(({ failures }) => failures));
  return { ok: true, files: [...first.files.filter((file) => !failed.includes(file)), ...second.files] };
}

async function run(step, alone) {
  const began = performance.now();
  const { ok, files } = await runAgain(await attempt(step, rest, alone), step, alone);
  const failures = files?.flatMap((file) => file.failures) ?? [];
  const passed = files?.reduce((sum, file) => sum + file.passed, 0) ?? 0;
  counted.passed += passed;
  counted.failed += ok ? 0 : Math.max(failures.length, 1);
  const result = { ...step, passed, failures, ok, seconds: (performance.now() - began) / 1000 };
  process.stdout.write(`${line(result)}\n`);
  done.push(result);
  return ok;
}

async function runEach(steps, alone) {
  let good = true;
  for (const step of steps) good = (await run(step, alone)) && good;
  return good;
}

function line({ name, ok, seconds, budget, passed, counts }) {
  const tests = counts === undefined || !ok ? '' : passed === 0 ? '  no tests' : `  ${passed} tests`;
  const over = seconds > budget ? '  OVER BUDGET' : '';
  return `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(14)}${seconds.toFixed(1).padStart(7)} s of ${String(budget).padStart(3)}${tests}${over}`;
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
const canRun = ({ name, needs = name }) => !lacks.has(needs);

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
for (const failure of stumbled) process.stdout.write(`!!! passed only the second time, and is to be mended: ${failure}\n`);
sayLack();
process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s in all\n${counted.passed} passed, ${counted.failed} failed\n`);
end(good ? 0 : 1);
