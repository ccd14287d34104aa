import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, jest } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const service = 'services/audit/src/main.ts';
const platform = 'packages/platform/src/ids.ts';
const contracts = 'packages/contracts/src/access.ts';
const shared = 'web/src/shared/page/failure.tsx';
// Where a piece stands decides which project's types are made first: of specs and of infra, those that are made soonest.
const spec = 'web/src/shared/format/size.spec.ts';
const infra = 'infra/demo/api.ts';
const lines = (count: number) => 'one();\n'.repeat(count);
const inFunction = (count: number) => `export function many() {\n${lines(count)}}\n`;

/** What must fail: the rule, the file it stands in, the code. */
const wrong: [rule: string, file: string, code: string][] = [
  ['@typescript-eslint/no-explicit-any', service, 'export const x: any = 1;'],
  ['@typescript-eslint/no-floating-promises', service, 'Promise.resolve(1);'],
  ['@typescript-eslint/no-misused-promises', service, '[1].forEach(async () => Promise.resolve());'],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    service,
    "export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };",
  ],
  ['regexp/no-super-linear-backtracking', service, 'export const r = /^(a+)+$/;'],
  ['regexp/no-super-linear-move', service, 'export const r = /a+$/;'],
  ['no-restricted-syntax', service, 'export const t = Date.now();'],
  ['no-restricted-syntax', shared, 'export const t = new Date();'],
  ['no-restricted-syntax', service, 'export interface IThing { a: string }'],
  ['no-console', service, "console.log('a');"],
  ['max-lines', service, lines(301)],
  ['max-lines', spec, lines(401)],
  ['max-lines-per-function', service, inFunction(50)],
  ['max-lines-per-function', shared, inFunction(50)],
  ['alianza/parameter-count', service, 'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];'],
  ['alianza/export-shape', service, 'export default 1;'],
  ['alianza/no-subject-strings', platform, "export const s = 'op.membership.people.me';"],
  ['alianza/no-unscoped-queries', service, "import pg from 'pg';\nexport const c = pg;"],
  ['alianza/reasoned-exemptions', service, '// eslint-disable-next-line no-console\nconsole.log(1);'],
  ['alianza/web-texts', shared, 'export const A = () => <p>Hola</p>;'],
  ['jsx-a11y/alt-text', shared, 'export const A = () => <img src="a.png" />;'],
  ['jsx-a11y/click-events-have-key-events', shared, 'export const A = () => <div onClick={() => undefined} />;'],
  [
    'react-hooks/rules-of-hooks',
    shared,
    "import { useState } from 'react';\nexport const A = ({ on }: { on: boolean }) => { if (on) useState(1); return null; };",
  ],
  [
    '@typescript-eslint/no-restricted-imports',
    shared,
    "import { acceptApplication } from '@alianza/contracts/membership/applications';\nacceptApplication;",
  ],
  [
    '@typescript-eslint/no-restricted-imports',
    'web/src/public/home/home-page.tsx',
    "import { Button } from 'react-aria-components';\nButton;",
  ],
  ['alianza/web-layers', shared, "import { a } from '../../features/a/b.js';\na;"],
  ['@nx/enforce-module-boundaries', shared, "import { inNetwork } from '@alianza/platform/data/tenancy';\ninNetwork;"],
  ['@nx/enforce-module-boundaries', service, "import { definition } from '@alianza/membership/service';\ndefinition;"],
  ['@nx/enforce-module-boundaries', service, "import { asVisitor } from '@alianza/testing/actors';\nasVisitor;"],
  ['@nx/enforce-module-boundaries', service, "import { d } from '../../membership/src/service.js';\nd;"],
  ['@nx/enforce-module-boundaries', platform, "import { textIn } from '@alianza/texts/server';\ntextIn;"],
  ['@nx/enforce-module-boundaries', contracts, "import pg from 'pg';\npg;"],
  ['@nx/enforce-module-boundaries', contracts, "import { inNetwork } from '@alianza/platform/data/tenancy';\ninNetwork;"],
  ['@nx/enforce-module-boundaries', infra, "import { asVisitor } from '@alianza/testing/actors';\nasVisitor;"],
];

/** What must hold. */
const right: [file: string, code: string][] = [
  ['packages/platform/src/clock.ts', 'export const t = Date.now();'],
  [service, "import { inNetwork } from '@alianza/platform/data/tenancy';\nexport const f = inNetwork;"],
  [shared, "import type { Role } from '@alianza/contracts/access';\nexport type R = Role;"],
  [contracts, "import { z } from 'zod';\nexport const S = z.string();"],
];

async function lint(pieces: { file: string; code: string }[]): Promise<string[][]> {
  const probe = spawn(process.execPath, [path.join(import.meta.dirname, 'config-probe.mjs')], {
    cwd: root,
    // What is linted here does not stand in the files; where nothing would change the parser reads each once.
    env: { ...process.env, TSESTREE_SINGLE_RUN: 'false' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  probe.stdin.end(JSON.stringify(pieces));
  return JSON.parse(await text(probe.stdout)) as string[][];
}

describe('the lint configuration', () => {
  jest.setTimeout(300_000);

  it('refuses what the style forbids and leaves the rest alone', async () => {
    const found = await lint([...wrong.map(([, file, code]) => ({ file, code })), ...right.map(([file, code]) => ({ file, code }))]);
    const missed = wrong.flatMap(([rule, file, code], index) =>
      found[index]?.includes(rule) ? [] : [{ rule, file, code, found: found[index] }],
    );
    expect(missed).toEqual([]);
    expect(found.slice(wrong.length)).toEqual(right.map(() => []));
  });
});
