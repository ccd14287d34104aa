import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { badLines } from './bad-lines.js';

const root = path.resolve(import.meta.dirname, '../..');
const configFile = pathToFileURL(path.join(root, 'oxlint.config.mjs')).href;

type Rules = Readonly<Record<string, unknown>>;
interface Config {
  readonly categories: Readonly<Record<string, string>>;
  readonly rules: Rules;
  readonly overrides: readonly { readonly rules: Rules }[];
}
const { default: config } = (await import(configFile)) as { default: Config };

const taking = (name: string, from: string) => `import { ${name} } from '${from}';\nexport const taken = ${name};\n`;
const contract = '@alianza/contracts/membership/representation/roles';
const driver = "import pg from 'pg';\nexport const taken = pg;\n";

/** What must hold. */
const right: readonly (readonly [file: string, code: string])[] = [
  ['packages/platform/src/clock.ts', 'export const t = Date.now();\n'],
  ['services/audit/src/right-import.ts', "import { inNetwork } from '@alianza/platform/data/tenancy';\nexport const f = inNetwork;\n"],
  ['services/audit/src/right-exemption.ts', '// eslint-disable-next-line no-console -- a person reads it\nconsole.log(1);\n'],
  [
    'services/audit/src/right-typed-exemption.ts',
    '// eslint-disable-next-line typescript/no-floating-promises -- nobody waits\nPromise.resolve(1);\n',
  ],
  ['web/src/shared/page/right-type.tsx', "import type { Role } from '@alianza/contracts/access';\nexport type R = Role;\n"],
  ...Object.entries({
    operation: 'requestOf',
    taxonomy: 'schemes',
    'membership/directory/regions': 'regions',
    'open-data': 'practiceColumns',
    'privacy/retention': 'retention',
    'repository/files/picture-files': 'pictureLicences',
    'repository/publication/licences': 'recordLicences',
  }).map(([of, name], index) => [`web/src/shared/page/right-list-${String(index)}.tsx`, taking(name, `@alianza/contracts/${of}`)] as const),
  ...['right-values.ts', 'right.spec.ts'].map((file) => [`web/src/shared/page/${file}`, taking('listRoles', contract)] as const),
  ['web/right.config.mjs', 'export default {};\n'],
  ['services/audit/src/right.spec.ts', driver],
  ['services/audit/src/verify.ts', driver],
  ['packages/contracts/src/right-schema.ts', "import { z } from 'zod';\nexport const S = z.string();\n"],
];

let copy: string;
/** A copy of the sources, where the pieces can lie in the places that rules look at. */
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'alianza-lint-'));
  const kept = (file: string) => !/\/(?:dist|node_modules|\.data|\.cache)(?:\/|$)/.test(file);
  for (const folder of ['packages', 'services', 'web', 'infra', 'test', 'tools'])
    cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true, filter: kept });
  for (const file of ['nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json'])
    cpSync(path.join(root, file), path.join(copy, file));
  const modules = path.join(copy, 'node_modules');
  mkdirSync(modules);
  // Our own packages are links to ../../packages/…: copied as they are, they lead into the copy.
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((one) => one !== '@alianza'))
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  cpSync(path.join(root, 'node_modules/@alianza'), path.join(modules, '@alianza'), { recursive: true, verbatimSymlinks: true });
  writeFileSync(path.join(copy, 'oxlint.config.mjs'), `export { default } from '${configFile}';\n`);
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

interface Answer {
  readonly diagnostics: readonly { readonly code?: string; readonly message: string; readonly filename: string }[];
}

/** What is said of each file: `rule`, or the message where there is none. */
async function lint(pieces: readonly { file: string; code: string }[]): Promise<string[][]> {
  for (const { file, code } of pieces) writeFileSync(path.join(copy, file), code);
  const linter = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules/oxlint/bin/oxlint'),
      '--config',
      'oxlint.config.mjs',
      '--format',
      'json',
      ...pieces.map(({ file }) => file),
    ],
    { cwd: copy, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(linter, 'exit');
  const said = await text(linter.stdout);
  if (!said.startsWith('{')) throw new Error(said);
  const { diagnostics } = JSON.parse(said) as Answer;
  // What is said must also fail the step.
  expect(await ended).toEqual([diagnostics.length === 0 ? 0 : 1, null]);
  return pieces.map(({ file }) => diagnostics.filter(({ filename }) => filename === file).map(({ code, message }) => code ?? message));
}

const hookRules = new Set(['rules-of-hooks', 'exhaustive-deps']);
/** What oxlint calls a rule when it reports it: `typescript(no-explicit-any)` for `typescript/no-explicit-any`. */
function saidOf(rule: string) {
  const [, group = 'eslint', name = ''] = /^(?:(.*)\/)?([^/]*)$/.exec(rule) ?? [];
  if (name === 'no-restricted-imports') return `eslint(${name})`;
  return `${hookRules.has(name) ? 'react-hooks' : group}(${name})`;
}

const rulesThatAreOn = () =>
  [config, ...config.overrides].flatMap(({ rules }) =>
    Object.entries(rules).flatMap(([rule, level]) => ([level].flat()[0] === 'off' ? [] : [rule])),
  );

describe('the lint configuration', () => {
  jest.setTimeout(300_000);

  it('proves every rule that is on by a bad line', () => {
    expect([...new Set(badLines.map(({ rule }) => rule))].sort()).toEqual([...new Set(rulesThatAreOn())].sort());
    expect(config.categories).toEqual({ correctness: 'off' });
  });

  it('refuses what the style forbids and leaves the rest alone', async () => {
    const wrong = badLines.map(({ rule, file, code }, index) => ({ rule, file: file.replace('case', `case-${String(index)}`), code }));
    const fine = right.map(([file, code]) => ({ file, code }));
    const found = await lint([...wrong, ...fine]);
    const missed = wrong.flatMap((piece, index) => (found[index]?.includes(saidOf(piece.rule)) ? [] : [{ ...piece, found: found[index] }]));
    expect(missed).toEqual([]);
    expect(found.slice(wrong.length)).toEqual(right.map(() => []));
  });

  it('refuses an exemption from everything and one that exempts nothing', async () => {
    const exemptions = [
      ['/* eslint-disable */\nconsole.log(1);\n', 'Line 1: name the rule that is exempted.'],
      ['export const a = 1;\nconsole.log(a); // oxlint-disable-line\n', 'Line 2: name the rule that is exempted.'],
      ['// eslint-disable-next-line no-console -- nobody reads it\nexport const a = 1;\n', 'Unused eslint-disable directive'],
      [
        '// eslint-disable-next-line typescript/no-floating-promises -- nobody waits\nexport const a = 1;\n',
        'Unused eslint-disable directive',
      ],
      ['// eslint-disable-next-line alianza/export-shape -- a tool asks for it\nexport const a = 1;\n', 'Unused eslint-disable directive'],
    ] as const;
    const found = await lint(exemptions.map(([code], index) => ({ file: `services/audit/src/exempt-${String(index)}.ts`, code })));
    expect(found).toEqual(exemptions.map(([, said]) => [expect.stringContaining(said)]));
  });
});
