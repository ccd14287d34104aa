import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyForMembership, getApplicationLetter } from '@alianza/contracts/membership/applications';
import { serviceOf, type Operation } from '@alianza/contracts/operation';
import { draftPractice } from '@alianza/contracts/repository/practices';
import { confirmed } from '@alianza/testing/builders/applications';
import { smallPdf } from '@alianza/testing/builders/files/uploads';
import type { Person } from '@alianza/testing/people';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { personOf, prepare, routed, someCaller } from '../generic/matrix.js';
import { unwritten } from './unwritten.js';

let world: World;
let setting: Setting;
let titular: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world, { quiet: true });
  titular = await setting.as('titular');
}, 60_000);
afterAll(() => world.close());

function addressOf({ path }: Operation, input: Readonly<Record<string, unknown>>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => (name === 'network' ? setting.network.code : String(input[name])));
  return `${world.origin}/api/v1${filled}`;
}

const commands = routed.filter(({ method }) => method !== 'GET');

/** A page of another origin can send these three without being asked first; a fourth would be a second way in for files. */
const foreign: readonly [string, (json: string) => { type?: string; body: string | FormData }][] = [
  ['a form with a file', formWithFile],
  ['a form', (json) => ({ type: 'application/x-www-form-urlencoded', body: new URLSearchParams({ json }).toString() })],
  ['plain text', (json) => ({ type: 'text/plain', body: json })],
  [
    'XML',
    () => ({ type: 'application/xml', body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }),
  ],
];

function formWithFile(json: string) {
  const body = new FormData();
  body.append('json', json);
  body.append('file', new Blob([new Uint8Array(smallPdf)]), 'carta.pdf');
  return { body };
}

describe.each(commands.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  it('is told in JSON and in nothing else', async () => {
    const person = await personOf(setting, someCaller(operation));
    const { input, version } = await prepare(operation, setting, person);
    const given = {
      'idempotency-key': randomUUID(),
      'if-match': `"${String(version)}"`,
      ...(person && { authorization: `Bearer ${person.token}` }),
    };
    await unwritten('gateway', () =>
      unwritten(serviceOf(operation), async () => {
        for (const [what, write] of foreign) {
          const { type, body } = write(JSON.stringify(input));
          const headers = { ...given, ...(type === undefined ? {} : { 'content-type': type }) };
          const { status } = await fetch(addressOf(operation, input), { method: operation.method, headers, body });
          expect([what, status]).toEqual([what, 400]);
        }
      }),
    );
  });
});

describe('a file', () => {
  it('comes in by one address alone', async () => {
    const { code } = setting.network;
    const doors = [
      '/api/v1/uploads',
      `/api/v1/${code}/upload`,
      `/api/v1/${code}/files`,
      `/files/${code}`,
      `/${code}/uploads`,
      '/uploads',
      '/',
    ];
    await unwritten('gateway', async () => {
      for (const door of doors) {
        const { body } = formWithFile('{}');
        const { status } = await fetch(`${world.origin}${door}?purpose=application-letter`, { method: 'POST', body });
        expect([door, status]).toEqual([door, 404]);
      }
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const { body } = formWithFile('{}');
        const { status } = await fetch(`${world.origin}/api/v1/${code}/uploads?purpose=application-letter`, { method, body });
        expect([method, status]).toEqual([method, 404]);
      }
    });
  });

  it('is attached by who knows its id, which cannot be guessed, and is never somebody’s record', async () => {
    const { letterText: _none, ...form } = applyForMembership.example.input;
    const here = { network: setting.network.code };
    const { status, body } = await fetchUpload();
    expect(status).toBe(201);
    await unwritten('membership', async () => {
      for (let guess = 0; guess < 20; guess++) {
        const letterUploadId = body.uploadId.slice(0, 14) + randomUUID().slice(14); // its time is known, its 74 random bits are not
        expect((await world.edge.send(applyForMembership, { ...form, letterUploadId }, here)).status).toBe(422);
      }
    });
  });

  it('that is a page as well as a PDF is handed out as a file that no browser opens', async () => {
    const both = Buffer.concat([Buffer.from('%PDF-1.4\n<html><script>alert(1)</script><svg onload=alert(1)>\n'), smallPdf]);
    const { status, body } = await fetchUpload(both, 'carta.html');
    expect(status).toBe(201);
    const { applicationId: id } = await confirmed(setting, { letterText: undefined, letterUploadId: body.uploadId });
    const { url } = await world.edge.call<{ url: string }>(getApplicationLetter, { id }, await setting.as('secretariat'));
    const { headers } = await fetch(world.origin + url);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="carta_?\.?(?:html)?\.pdf"/),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it.each([
    ['a drawing', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'carta.svg'],
    ['a drawing called PDF', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'carta.pdf'],
    ['a page called PDF', Buffer.from('<!doctype html><script>alert(1)</script>'), 'carta.pdf'],
    ['XML with an outer entity', Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), 'carta.docx'],
  ])('is refused, whatever it is called, where it is %s', async (_what, bytes, name) => {
    await unwritten('gateway', async () => {
      expect((await fetchUpload(bytes, name)).status).toBe(400);
    });
  });

  async function fetchUpload(bytes: Buffer = smallPdf, name = 'carta.pdf') {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)]), name);
    const response = await fetch(`${world.origin}/api/v1/${setting.network.code}/uploads?purpose=application-letter`, {
      method: 'POST',
      body,
    });
    return { status: response.status, body: (await response.json()) as { uploadId: string } };
  }
});

describe('a body made to hurt', () => {
  const draft = (body: string) => world.edge.fetch<{ code: string }>(addressOf(draftPractice, {}), 'POST', body, titular);
  const deep = 250_000;
  const { input } = draftPractice.example;
  const within = (json: string) => `${JSON.stringify(input).slice(0, -1)},"x":${json}}`;

  it.each([
    ['nested a quarter of a million times', within('['.repeat(deep) + ']'.repeat(deep))],
    ['nested in objects', within('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))],
    [
      'nested where a field is',
      JSON.stringify(input)
        .replace('"MX"', '['.repeat(2000) + ']'.repeat(2000))
        .replace('"countries":[]', `"countries":${'['.repeat(deep)}${']'.repeat(deep)}`),
    ],
    ['cut off', within('['.repeat(deep))],
    ['of a hundred thousand fields', within(`{${Array.from({ length: 80_000 }, (_none, index) => `"f${String(index)}":0`).join(',')}}`)],
    ['of one field said again and again', within(`{${'"a":0,'.repeat(100_000)}"a":1}`)],
    ['with a number that is none', within('1e99999')],
    ['with a very long number', within('9'.repeat(500_000))],
    ['with half a character', within(String.raw`"\ud800"`)],
    ['with a null character in a name', within(String.raw`{"a\u0000b":1}`)],
  ])('is refused for what it is, quickly: %s', async (_what, body) => {
    await unwritten('repository', async () => {
      const before = process.cpuUsage();
      const answer = await draft(body);
      const { user } = process.cpuUsage(before);
      expect([answer.status, answer.body.code]).toEqual([400, 'input-invalid']);
      expect(user / 1000).toBeLessThan(2000); // processor milliseconds of edge, service and spec together
    });
  });

  it('is refused where it is larger than commands are', async () => {
    await unwritten('repository', async () => {
      expect((await draft(within(`"${'x'.repeat(2 ** 20)}"`))).status).toBe(413);
    });
  });
});
