import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { askClarification, listApplications } from '@alianza/contracts/membership/applications';
import { noSearchFilter, searchPractices } from '@alianza/contracts/repository/search';
import { apiAt, RefusedCall } from './api.js';
import { inParallel } from './in-parallel.js';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const servers: Server[] = [];

/** A server that answers as told, and the requests it got. */
async function serverThat(answers: (request: IncomingMessage, response: ServerResponse, at: number) => void) {
  const got: { line: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      got.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      answers(request, response, got.length);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { got, api: apiAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) };
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const problem = (response: ServerResponse, status: number, code: string, errors: object[] = []) =>
  response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ code, errors }));

describe('a call', () => {
  it('goes where the contract says, the rest as query or as body', async () => {
    const { api, got } = await serverThat((_request, response) => response.end('{}'));
    await api.call(searchPractices, { ...noSearchFilter, q: 'cuidar', country: ['MX', 'CO'] }, { network: 'agc' });
    await api.call(askClarification, { id, text: '¿Quién firma?' }, { network: 'agc', token: 'abc', version: 3, actingFor: id });
    expect(got.map(({ line }) => line)).toEqual([
      'GET /api/v1/agc/practices?country=MX&country=CO&q=cuidar',
      `POST /api/v1/agc/applications/${id}/ask`,
    ]);
    expect(got[1]?.headers).toMatchObject({
      authorization: 'Bearer abc',
      'if-match': '"3"',
      'alianza-acting-for': id,
      'idempotency-key': expect.any(String),
    });
    expect(JSON.parse(got[1]?.body ?? '')).toEqual({ text: '¿Quién firma?' });
  });

  it('waits for what passes, under the key it had', async () => {
    const { api, got } = await serverThat((_request, response, at) =>
      at < 3 ? problem(response, 503, 'unavailable') : response.end('{"version":4}'),
    );
    await expect(api.call(askClarification, { id, text: 'x' }, { network: 'agc', version: 3 })).resolves.toEqual({ version: 4 });
    expect(new Set(got.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('ends with operation, status, code and place of a refusal', async () => {
    const { api } = await serverThat((_request, response) =>
      problem(response, 400, 'input-invalid', [{ pointer: '/limit', reason: 'too-big' }]),
    );
    const refused = api.call(listApplications, { limit: 500 }, { network: 'agc' });
    await expect(refused).rejects.toThrow(RefusedCall);
    await expect(refused).rejects.toThrow('membership.applications.list: 400 input-invalid (/limit too-big)');
  });
});

describe('work in parallel', () => {
  it('keeps the order of the items and the limit', async () => {
    let [now, most] = [0, 0];
    const doubled = await inParallel([5, 1, 4, 2, 3], 2, async (item) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return item * 2;
    });
    expect(doubled).toEqual([10, 2, 8, 4, 6]);
    expect(most).toBe(2);
  });
});
