import { describe, expect, it } from '@jest/globals';
import { operations } from '@alianza/contracts/registry';
import type { z } from 'zod';
import { hostileMarkdown } from './hostile.js';

type Schema = z.core.$ZodType;
interface Definition {
  readonly pattern?: RegExp;
  readonly checks?: readonly Schema[];
  readonly [name: string]: unknown;
}
const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition;
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value;

/** Every schema below one: whatever of a definition is a schema, a list or an object of some. */
function below(value: unknown, seen = new Set<unknown>()): Schema[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (isSchema(value)) return [value, ...Object.values(definitionOf(value)).flatMap((part) => below(part, seen))];
  if (value instanceof RegExp || value instanceof Set || value instanceof Map) return [];
  return Object.values(value).flatMap((part) => below(part, seen));
}

const schemas = operations.flatMap(({ input }) => below(input));
const patterns = [
  ...new Map(
    schemas.flatMap((schema) => {
      const found = [definitionOf(schema).pattern, (schema._zod as { pattern?: unknown }).pattern];
      return found.filter((pattern): pattern is RegExp => pattern instanceof RegExp).map((pattern) => [pattern.source, pattern] as const);
    }),
  ).values(),
];

/** Characters: a pattern that goes back over them at every step needs 10^10 of them. */
const size = 2 ** 17;
const filled = (piece: string, length = size) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Long texts that nearly match: repetitions of what patterns repeat, ending in what none allows. */
const pieces = [
  ...['a', 'A', '0', '-', '_', '.', ' ', '\t', '@', ':', '/', '\\', '(', '[', '<', '"', "'", '&', '%', 'ñ', '😀', '\u0301'],
  ...['a.', 'a-', 'a@', 'aA', '0a', 'a.a@', '0-', '00', '1.', 'a a', '2020-01-01T', ': ', '\r\n', 'a,', 'a;q=', 'es,'],
];
const longTexts = (length = size) =>
  pieces.flatMap((piece) => [filled(piece, length), `${filled(piece, length - 1)}!`, `a@${filled(piece, length - 2)}`]);

/** Milliseconds of processor time; other processes of a busy machine do not count. */
function costOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
/** Milliseconds: many times what going over a text needs, and a small part of what going over it again for each of its characters needs. */
const allowed = 250;

function expectLinear(work: (text: string) => unknown, texts: readonly string[]): void {
  work(texts[0] ?? ''); // compiled once
  for (const text of texts) {
    const cost = costOf(() => work(text));
    if (cost >= allowed)
      throw new Error(
        `${String(Math.round(cost))} ms for ${String(text.length)} characters that begin ${JSON.stringify(text.slice(0, 12))}`,
      );
  }
}

describe('a pattern of a contract', () => {
  it('is found wherever contracts hold one', () => {
    expect(patterns.length).toBeGreaterThan(6);
    const sources = patterns.map(({ source }) => source).join(' ');
    for (const part of ['@', '[a-z0-9-]+', '[A-Z]{2}', '[\\w-]+', '\\d{1,2}']) expect(sources).toContain(part);
  });

  it.each(patterns.map((pattern) => [pattern.source.slice(0, 60), pattern] as const))(
    'goes over a long text once: %s',
    (_source, pattern) => {
      expectLinear((text) => {
        pattern.lastIndex = 0;
        return pattern.test(text);
      }, longTexts());
    },
    60_000,
  );
});

describe('an input', () => {
  it('is judged in time that grows with its length, whatever stands in it', () => {
    const texts = schemas.filter((schema) => definitionOf(schema).type === 'string');
    expect(texts.length).toBeGreaterThan(20);
    const samples = longTexts(2 ** 15);
    let worst = 0;
    for (const schema of new Set(texts))
      for (const text of samples) {
        const cost = costOf(() => (schema as z.ZodType).safeParse(text));
        worst = Math.max(worst, cost);
        expect(cost).toBeLessThan(allowed);
      }
    process.stdout.write(`worst judgement of 32 KB of text: ${worst.toFixed(1)} ms\n`);
  }, 120_000);
});

/** Longest texts that come so far: of a request's first lines, of a cell of a sheet, of a field of a record, of a search. */
const [head, cell, record, query] = [2 ** 14, 20_001, 6000, 200];
const cellOf = (text: string) => ({ column: 0, field: 'any', text, problems: [] }) as never;
/** Also what it refuses must not cost much. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch {
    // refused
  }
}

/** Functions of the product that go over what people send, by the longest text that reaches them. */
const readers: readonly (readonly [string, number, () => Promise<(text: string) => unknown>])[] = [
  ['the words of a search', size, async () => (await import('@alianza/repository/search/words')).queryWords],
  ['letters without accents', size, async () => (await import('@alianza/repository/search/words')).fold],
  ['a slug', size, async () => (await import('@alianza/repository/publication/slugs')).slugOf],
  [
    'the name of a file',
    2 ** 13,
    async () => {
      const { safeName } = await import('@alianza/gateway/uploads/file-names');
      return (text) => safeName(text, 'pdf');
    },
  ],
  ['the name of a download', 2 ** 13, async () => (await import('@alianza/gateway/downloads/content-disposition')).attachment],
  ['Accept-Language', 2 ** 14, async () => (await import('@alianza/gateway/language/language')).accepted],
  [
    'a correlation id',
    2 ** 14,
    async () => {
      const { correlationOf } = await import('@alianza/gateway/http/correlation');
      return (text) => correlationOf({ 'x-correlation-id': text, traceparent: text });
    },
  ],
  ['what is kept of an error', size, async () => (await import('@alianza/platform/run/log')).withoutAddresses],
  [
    'an address and who asks for it, where visits are counted',
    head,
    async () => {
      const { visitOf } = await import('@alianza/gateway/visits/visit');
      const given = { method: 'GET', url: '/red/practicas/una', status: 200, headers: {} };
      return (text) => [
        visitOf({ ...given, url: `${given.url}/${text}` }),
        visitOf({ ...given, url: `${given.url}/archivos/${text}` }),
        visitOf({ ...given, headers: { 'user-agent': text } }),
      ];
    },
  ],
  [
    'a question of a harvester',
    head,
    async () => {
      const { readRequest } = await import('@alianza/gateway/harvest/oai-request');
      const asked = { verb: 'ListRecords', metadataPrefix: 'oai_dc' };
      return (text) =>
        ['metadataPrefix', 'set', 'from', 'until'].map((name) =>
          attempt(() => readRequest(new URLSearchParams({ ...asked, [name]: text }))),
        );
    },
  ],
  [
    'a token of a harvester',
    head,
    async () => {
      const { OaiTokens } = await import('@alianza/gateway/harvest/oai-token');
      const tokens = new OaiTokens('a secret of this spec');
      return (text) => [text, `${text}.${'a'.repeat(22)}`].map((token) => attempt(() => tokens.read('red', 'ListRecords', token)));
    },
  ],
  ['what parts the columns of a sheet', size, async () => (await import('@alianza/platform/sheets/text-table')).delimiterOf],
  [
    'a cell that is written',
    cell,
    async () => {
      const { csvLine } = await import('@alianza/platform/sheets/csv');
      return (text) => csvLine([text, `=${text}`]);
    },
  ],
  ['a country', cell, async () => (await import('@alianza/platform/sheets/places')).findCountry],
  [
    'cells of records',
    cell,
    async () => {
      const { linesIn, listIn, manyOf, sourcesIn, targetsIn, yearIn } = await import('@alianza/repository/imports/rows/cells');
      const { findType } = await import('@alianza/repository/imports/rows/labels');
      return (text) => {
        const one = cellOf(text);
        const all = { sources: one, publishers: one, urls: one, known: [] };
        return [listIn(text), linesIn(one), manyOf(one, findType), yearIn(one), targetsIn(one), sourcesIn(all)];
      };
    },
  ],
  [
    'cells of members',
    cell,
    async () => {
      const { dayIn, manyOf, siteIn, yesOrNo } = await import('@alianza/membership/imports/rows/cells');
      const { findCountry } = await import('@alianza/platform/sheets/places');
      return (text) => [dayIn, siteIn, yesOrNo, (one: never) => manyOf(one, findCountry)].map((read) => read(cellOf(text)));
    },
  ],
  [
    'what is marked in a text',
    record,
    async () => {
      const { Marker } = await import('@alianza/repository/search/highlights/highlights');
      return (text) => Marker.of([text.slice(0, query), `${text.slice(0, 3)}*`, 'a b c', '0 a', 'a a z']).rangesIn(text);
    },
  ],
  ['what a text says without its marks', record, async () => (await import('@alianza/repository/search/highlights/plain-words')).plainOf],
  [
    'what may have been meant by a word',
    query,
    async () => {
      const { respell } = await import('@alianza/repository/search/postgresql/spelling');
      const vocabulary = new Set(
        Array.from({ length: 5000 }, (_none, index) => `${pieces[index % pieces.length] ?? ''}cuidado${String(index)}`),
      );
      return (text) => respell([text], { unknown: [text], written: [], vocabulary });
    },
  ],
];

/** Of pages, `web/src/shared/markdown` and `web/src/public/results` have the same. */
describe('a function that reads what people send', () => {
  it.each(readers)(
    'is as fast for whatever they send: %s',
    async (_what, length, load) => {
      const read = await load();
      expectLinear(read, longTexts(length));
    },
    60_000,
  );
});

describe('a report on delivery', () => {
  const longest = 512 * 2 ** 10;
  const heads = ['', 'Subject: ', 'Content-Type: multipart/report; boundary="', 'Content-Type: message/delivery-status\r\n\r\nAction: '];

  async function expectQuick(what: string, text: string): Promise<void> {
    const { readReport } = await import('@alianza/notifications/bounces/report');
    const raw = Buffer.from(text).subarray(0, longest);
    const before = process.cpuUsage();
    await readReport(raw, true).catch(() => null);
    const { user, system } = process.cpuUsage(before);
    expect([what, (user + system) / 1000 < 4 * allowed]).toEqual([what, true]);
  }

  it('of the longest that is taken is read in a moment', async () => {
    for (const piece of [...pieces, '--', '\r\n--', '=3D', '5.1.1 ', 'a: b\r\n', 'Action: failed\r\n\r\n'])
      for (const first of heads) await expectQuick(`${first}${piece}`, `${first}${filled(piece, longest / Buffer.byteLength(piece))}`);
  }, 120_000);

  it('of nearly as many lines as are taken, and as long, is read in a moment', async () => {
    const wholeHeads = ['Subject: x', 'Content-Type: multipart/report; boundary="b"', 'Content-Type: message/delivery-status'];
    for (const line of ['', '--b', 'a: b', ' x', 'Action: failed', 'x'.repeat(24)])
      for (const first of [...wholeHeads, 'Content-Type: text/html'])
        await expectQuick(`${first}, ${line}`, `${first}\r\n\r\n${`${line}\r\n`.repeat(19_900)}`.padEnd(longest, 'x'));
  }, 120_000);
});

describe('a letter', () => {
  const longest = 6000;
  const marks = [
    '[',
    '![',
    '[a](',
    '*',
    '**',
    '_',
    '*a ',
    '*a_ ',
    '`',
    '``` ',
    '<',
    '<a ',
    '<!--',
    '&',
    '\\',
    '> ',
    '- ',
    '1. ',
    '\n',
    '[a]: b\n',
    '"',
    '{',
    '{a}',
    "'{",
  ];

  it('about the longest text is written in a moment', async () => {
    const { composeLetter } = await import('@alianza/notifications/mails/letter');
    const letter = {
      rule: 'clarification-asked',
      kind: 'summons',
      lang: 'es',
      network: 'Red',
      url: 'https://example.org',
      out: null,
    } as const;
    for (const piece of [...marks, ...hostileMarkdown]) {
      const cost = costOf(() => composeLetter({ ...letter, params: { organization: filled(piece, longest) } }));
      expect([piece, cost < allowed]).toEqual([piece, true]);
    }
  }, 60_000);
});
