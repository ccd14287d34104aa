import { expect, it } from '@jest/globals';
import { Child } from '@alianza/local/servers/child';
import { temporaryFolder } from '@alianza/local/servers/spec-support';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Split } from './hops.js';
import { hasFailed, type Result } from './measure.js';
import { lineNames } from './options.js';
import type { WeighedPage } from './page-weights.js';

const root = path.resolve(import.meta.dirname, '../..');

/** On little data and for moments: no figure is judged, but every line must run and requests be answered. */
it('measures every line, with its reference where it has one, and splits requests by hop', async () => {
  const folder = temporaryFolder();
  const out = path.join(folder.path, 'bench.json');
  const logFile = path.join(folder.path, 'bench.log');
  const loader = ['--import', './infra/local/swc-register.mjs'];
  const bench = new Child(process.execPath, [...loader, 'test/load/bench.ts', '--short', '--out', out], { cwd: root, logFile, tied: true });
  try {
    expect([await bench.ended, bench.said]).toEqual([0, expect.stringContaining('Time of one request by hop')]);
    const { results, pages, hops } = JSON.parse(readFileSync(out, 'utf8')) as { results: Result[]; pages: WeighedPage[]; hops: Split[] };
    const measured = results.map(({ line, reference }) => [line, reference?.subject ?? null]);
    expect(Object.fromEntries(measured)).toEqual({
      'slug-kept': 'memory',
      'slug-plain': 'direct',
      'list-plain': 'direct',
      'signed-in': 'floor',
      'list-latency': null,
      'search-rate': 'engine',
      'search-latency': null,
      'search-scale': 'once',
      'search-scale-few': 'once',
      'search-rebuild': null,
      'page-latency': null,
      'members-table': null,
      command: null,
      'principal-read': 'known',
      'principal-write': 'known',
    });
    expect([...measured.map(([line]) => line), 'public-pages'].sort()).toEqual([...lineNames].sort());
    const all = results.flatMap(({ product, reference }) => (reference ? [product, reference] : [product]));
    expect(all.filter((each) => hasFailed(each, false) || !(each.perSecond > 0) || !(each.p99 > 0))).toEqual([]);
    expect(pages).toHaveLength(10);
    const whole = hops.map(({ line, hops: parts }) => [line, (parts.find(({ hop }) => hop === 'all')?.p50 ?? 0) > 0]);
    expect(whole).toEqual([
      ['slug-plain', true],
      ['list-plain', true],
      ['signed-in', true],
      ['command', true],
    ]);
  } finally {
    await bench.stop();
    folder.remove();
  }
}, 480_000);
