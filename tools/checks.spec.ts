import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentFaults } from './docs-check.mjs';
import { crowdedFolders, longSheets } from './folder-sizes.mjs';
import { textFaults } from './texts-check.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'alianza-checks-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function put(file: string, content = '') {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
}

describe('folder sizes', () => {
  it('name a folder with more than twelve sources; specs, migrations, what is built and what is installed do not count', () => {
    for (let index = 0; index < 13; index++) {
      put(`services/a/src/full/f${index}.ts`);
      put(`services/a/src/migrations/f${index}.ts`);
      put(`services/a/dist/f${index}.ts`);
      put(`node_modules/a/f${index}.ts`);
      if (index > 0) put(`services/a/src/fine/f${index}.ts`);
      put(`services/a/src/fine/f${index}.spec.ts`);
    }
    expect(crowdedFolders(root)).toEqual(['services/a/src/full: 13 source files (at most 12): split it by sub-noun.']);
  });
});

describe('style sheets', () => {
  it('are refused when too long', () => {
    put('web/src/long.css', 'a {}\n'.repeat(301));
    put('web/src/fine.css', 'a {}\n'.repeat(300));
    expect(longSheets(root)).toEqual(['web/src/long.css: 301 lines (at most 300): split it by what it styles.']);
  });
});

describe('documents', () => {
  it('are refused when too long, misnamed or pointing nowhere', () => {
    put('README.md', 'line\n'.repeat(121));
    put('docs/adr/0001-fine.md', 'See [the other](../glossary.md), [the web](https://example.org) and `packages/a/src/clock.ts`.');
    put('docs/adr/decision.md', '# Decision');
    put('packages/a/src/clock.ts');
    put('services/a/README.md', '`services/a/src/gone.ts`');
    expect(documentFaults(root).sort()).toEqual([
      'README.md: 121 lines (at most 120).',
      'docs/adr/0001-fine.md: docs/glossary.md does not exist.',
      'docs/adr/decision.md: a decision is named NNNN-what-was-decided.md.',
      'services/a/README.md: services/a/src/gone.ts does not exist.',
    ]);
  });
});

describe('texts', () => {
  it('are refused when code asks for none that exists and when nobody reads them', () => {
    const texts = JSON.stringify({ title: 'Uno', idle: 'Dos', sort: { newest: 'Tres' } });
    for (const lang of ['es', 'en']) put(`packages/texts/${lang}/home.json`, texts);
    put('web/src/page.tsx', "text('home.title'); text('home.gone'); text(`home.sort.${by}`); text(`home.order.${by}`);");
    mkdirSync(path.join(root, 'services'));
    mkdirSync(path.join(root, 'infra/local'), { recursive: true });
    expect(textFaults(root)).toEqual([
      'web/src/page.tsx: the text home.gone does not exist.',
      'web/src/page.tsx: no text is of the form home.order.….',
      'home.idle: nobody reads this text.',
    ]);
  });
});
