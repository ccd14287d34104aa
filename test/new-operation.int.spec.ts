import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const run = promisify(execFile);
const id = 'repository.practices.count';

const contract = `
export const countPractices = defineOperation({
  id: '${id}',
  summary: 'Count the practices of the organisation acted for',
  method: 'GET',
  path: '/{network}/practice-count',
  access: { permission: 'practices:write' },
  input: z.strictObject({ type: PracticeType.optional() }),
  output: z.strictObject({ count: z.int() }),
  example: { given: 'drafted-practice', input: { type: 'good-practice' } },
});
`;

const handler = `
  @Operation(countPractices)
  count() {
    return { count: 7 };
  }
`;

/** In the copy: what a person outside would see of it. */
const probe = `
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { countPractices } from '@alianza/contracts/repository/practices';
import { openSetting } from '@alianza/testing/setting';
import { openWorld } from '@alianza/testing/world';
let world;
beforeAll(async () => { world = await openWorld(); }, 60000);
afterAll(() => world.close());
it('${id} is served over HTTP and described', async () => {
  const setting = await openSetting(world);
  const { status, body } = await world.edge.send(countPractices, {}, await setting.as('titular'));
  expect([status, body]).toEqual([200, { count: 7 }]);
  const api = await (await fetch(world.origin + '/api/openapi.json')).json();
  expect(api.paths['/api/v1/{network}/practice-count'].get.operationId).toBe('${id}');
});
`;

/** Compiles only where the client knows the operation, its input and its output. */
const typed = `
import type { Call } from '../src/shared/api/call.js';
declare const call: Call;
const answer = await call('${id}', { type: 'good-practice' });
export const count: number = answer.count;
`;

let copy: string;

function editIn(file: string, edit: (text: string) => string) {
  const place = path.join(copy, file);
  writeFileSync(place, edit(readFileSync(place, 'utf8')));
}

/** A second checkout with the same dependencies, whose own packages are its own. */
function makeCopy() {
  copy = mkdtempSync(path.join(tmpdir(), 'alianza-copy-'));
  execFileSync('chmod', ['755', copy]);
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  for (const file of files) cpSync(path.join(root, file), path.join(copy, file), { recursive: true });
  mkdirSync(path.join(copy, 'node_modules/@alianza'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name !== '@alianza') symlinkSync(path.join(root, 'node_modules', name), path.join(copy, 'node_modules', name));
  }
  for (const folder of ['packages', 'services']) {
    for (const name of readdirSync(path.join(copy, folder)))
      symlinkSync(path.join(copy, folder, name), path.join(copy, 'node_modules/@alianza', name));
  }
  for (const [name, folder] of [
    ['web', 'web'],
    ['local', 'infra/local'],
    ['demo', 'infra/demo'],
  ] as const) {
    symlinkSync(path.join(copy, folder), path.join(copy, 'node_modules/@alianza', name));
  }
}

beforeAll(() => {
  makeCopy();
  editIn('packages/contracts/src/repository/practices.ts', (text) => text + contract);
  editIn('services/repository/src/practices/practices.controller.ts', (text) => {
    const imported = `import { countPractices } from '@alianza/contracts/repository/practices';\n${text}`;
    return `${imported.slice(0, imported.lastIndexOf('}'))}${handler}}\n`;
  });
  writeFileSync(path.join(copy, 'test/probe.int.spec.ts'), probe);
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const jest = (...args: string[]) =>
  run(process.execPath, ['node_modules/jest/bin/jest.js', '--selectProjects=integration', '--maxWorkers=1', ...args], {
    cwd: copy,
    env: { ...process.env, JEST_WORKER_ID: undefined, ALIANZA_TEST_SERVERS: undefined },
    maxBuffer: 2 ** 24,
  });

describe('an operation added to a contract and its service, and nowhere else', () => {
  let said: string;
  // One run for what follows: its servers start once.
  beforeAll(async () => {
    said = (await jest('--verbose', 'test/probe.int.spec.ts', 'test/generic', '-t', id)).stderr;
  }, 240_000);

  it('is served over HTTP and stands in the OpenAPI document', () => {
    expect(said).toContain(`✓ ${id} is served over HTTP and described`);
  });

  it('is held to every generic spec', () => {
    for (const told of [
      'lets in whom its access names',
      'refuses everybody else',
      'refuses its own people in another network',
      'refuses what its contract does not know',
      'refuses a network that does not exist',
    ]) {
      expect(said).toContain(`✓ ${told}`);
    }
    expect(said).toMatch(/Tests: .*passed/);
    expect(said).not.toContain('failed');
  });

  it('is in the typed client and in the portal’s routes', async () => {
    const built = readdirSync(path.join(copy, 'web/dist/client/assets')).map((file) =>
      readFileSync(path.join(copy, 'web/dist/client/assets', file), 'utf8'),
    );
    expect(built.some((text) => text.includes(id))).toBe(true);
    mkdirSync(path.join(copy, 'web/probe'));
    writeFileSync(path.join(copy, 'web/probe/typed.ts'), typed);
    const options = {
      extends: '../tsconfig.json',
      compilerOptions: { noEmit: true, composite: false, emitDeclarationOnly: false, rootDir: '../..' },
      include: ['typed.ts', '../src/**/*.d.ts'],
      references: [],
    };
    writeFileSync(path.join(copy, 'web/probe/tsconfig.json'), JSON.stringify(options));
    const { stdout } = await run(process.execPath, ['node_modules/typescript-7/bin/tsc', '-p', 'web/probe/tsconfig.json'], {
      cwd: copy,
    }).catch((error: unknown) => error as { stdout: string });
    expect(stdout).toBe('');
  }, 120_000);
});
