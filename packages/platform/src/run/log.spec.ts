import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@alianza/testing/eventually';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { correlation, NestLog, openLog, plainLines, withoutAddresses } from './log.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'log-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let logs = 0;
const linesIn = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);

/** What `work` had written, once as many lines are there as it should be: the file is opened and filled in its own time. */
async function written(work: (log: ReturnType<typeof openLog>) => void, level = 'debug', lines = 1): Promise<Record<string, unknown>[]> {
  const file = path.join(folder, 'deep', `${++logs}.log`);
  const log = openLog('audit', level, file);
  work(log);
  await eventually(() => existsSync(file));
  await new Promise((resolve) => log.flush(resolve));
  await eventually(() => linesIn(file).length >= lines);
  return linesIn(file).map((line) => JSON.parse(line) as Record<string, unknown>);
}
const mail = 'ana.perez+x@correo.example.org';
const driverError = () =>
  Object.assign(new Error(`no mailbox ${mail}`), { code: 'EENVELOPE', detail: `Key (email)=(${mail})`, query: mail });

describe('a line of the log', () => {
  it('says the service, what is worked on, and what happened', async () => {
    const lines = await written(
      (log) => {
        correlation.run('c-1', () => log.info({ count: 3 }, 'told'));
        log.info('alone');
      },
      'debug',
      2,
    );
    expect(lines).toEqual([
      expect.objectContaining({ service: 'audit', correlation: 'c-1', count: 3, msg: 'told', level: 30 }),
      expect.not.objectContaining({ correlation: expect.anything() }),
    ]);
  });

  it('that is plain looks like any other', async () => {
    const plain = (level: string) => written((log) => plainLines(log)('"status":200', 'request'), level, level === 'info' ? 1 : 0);
    expect(await plain('info')).toEqual([{ level: 30, time: expect.any(Number), service: 'audit', status: 200, msg: 'request' }]);
    expect(await plain('warn')).toEqual([]);
  });

  it('is written from its level on', async () => {
    expect(await written((log) => log.info('quiet'), 'warn', 0)).toEqual([]);
  });

  it.each(['error', 'err'])('describes an %s by name, message, code and stack, without addresses', async (name) => {
    const [line] = await written((log) => log.warn({ [name]: driverError() }, 'refused'));
    const described = line?.[name] as Record<string, string>;
    expect(described).toEqual({
      name: 'Error',
      code: 'EENVELOPE',
      message: 'no mailbox (address)',
      stack: expect.stringContaining('log.spec'),
    });
    expect(JSON.stringify(line)).not.toContain('@correo');
  });

  it('describes what was thrown without being an error', async () => {
    const [line] = await written((log) => log.warn({ error: `no mailbox ${mail}` }, 'refused'));
    expect(line?.error).toEqual({ message: 'no mailbox (address)' });
  });

  it('holds no contact data, no secret and no body', async () => {
    const person = { email: mail, authorization: `Bearer ${mail}`, secret: mail, body: mail };
    const [line] = await written((log) => log.info({ ...person, person, principal: { account: person, person: { id: 'p' } } }, 'asked'));
    expect(line).toMatchObject({ person: {}, principal: { person: { id: 'p' } } });
    expect(JSON.stringify(line)).not.toContain('@');
  });
});

describe('Nest’s own words', () => {
  it('stand in the same log, without addresses', async () => {
    const lines = await written(
      (log) => {
        const nest = new NestLog(log);
        nest.log(`started for ${mail}`);
        nest.warn(`twice for ${mail}`);
        nest.error(`failed for ${mail}`, `Error: ${mail}\n    at x`);
      },
      'debug',
      3,
    );
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      [20, 'started for (address)'],
      [40, 'twice for (address)'],
      [50, 'failed for (address)'],
    ]);
    expect(lines[2]?.stack).toBe('Error: (address)\n    at x');
  });
});

describe('addresses', () => {
  it.each([
    [`<${mail}>`, '<(address)>'],
    [`"${mail}", '${mail}'`, `"(address)", '(address)'`],
    ['postgresql://alianza:q7-vNq2@db:5432/x', '(address)'],
    ['at four o’clock @ the office', 'at four o’clock @ the office'],
  ])('are taken out of %s', (text, left) => {
    expect(withoutAddresses(text)).toBe(left);
  });

  it('take no time out of a long text', async () => {
    const began = performance.now();
    expect(withoutAddresses('a'.repeat(1_000_000))).toHaveLength(4000);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
