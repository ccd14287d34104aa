import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { eventually } from '@alianza/testing/eventually';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GatheredLines } from './gathered-lines.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gathered-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function open() {
  const dest = path.join(folder, `${++files}.log`);
  const lines = new GatheredLines(pino.destination({ dest, sync: true }));
  const messages = () =>
    readFileSync(dest, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { msg: string }).msg);
  return { lines, log: pino({}, lines), messages };
}

it('lets lines wait for each other, and writes them in their order', async () => {
  const { log, messages } = open();
  log.info('one');
  log.info('two');
  expect(messages()).toEqual([]);
  await eventually(() => messages().length > 0);
  expect(messages()).toEqual(['one', 'two']);
});

it('writes a warning at once, after all that waits', () => {
  const { log, messages } = open();
  log.info('one');
  log.child({ part: 'a' }).warn('two');
  expect(messages()).toEqual(['one', 'two']);
});

it('writes what waits where much does, and when it is told to', () => {
  const { lines, log, messages } = open();
  log.info('long'.repeat(40_000));
  expect(messages()).toHaveLength(1);
  log.info('last');
  lines.writeAtOnce();
  expect(messages()).toHaveLength(2);
});
