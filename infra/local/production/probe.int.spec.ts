import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { definitionOf } from '@alianza/testing/definitions';
import { openStand, type Stand } from '@alianza/testing/stand';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { freePort } from '../servers/free-port.js';

const file = path.resolve(import.meta.dirname, '../../compose.yaml');
const { services } = parse(readFileSync(file, 'utf8'), { merge: true }) as { services: { audit: { healthcheck: { test: string[] } } } };

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
}, 60_000);
afterAll(() => stand.close());

it('the probe of infra/compose.yaml tells a service that is ready from one that is gone', async () => {
  const port = await freePort();
  const service = await stand.start(definitionOf('audit'), { HEALTH_PORT: String(port) });
  const [, , ...words] = services.audit.healthcheck.test;
  const args = words.map((word) => word.replace('127.0.0.1:8080', `127.0.0.1:${String(port)}`));
  expect(args).not.toEqual(words);
  const probe = () =>
    new Promise<number | null>((resolve) => {
      spawn(process.execPath, args, { env: {}, stdio: 'ignore' }).once('exit', resolve);
    });
  expect(await probe()).toBe(0);
  await service.close();
  expect(await probe()).toBe(1);
});
