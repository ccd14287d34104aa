import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inNetworkPath, pathParams, type Operation } from '@alianza/contracts/operation';
import { charted } from '@alianza/testing/builders/actors';
import { published, submitted } from '@alianza/testing/builders/practices';
import { confirmed } from '@alianza/testing/builders/applications';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { personOf, routed, someCaller } from '../generic/matrix.js';

let world: World;
let ours: Setting;
let theirs: Setting;

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world, { quiet: true }), await openSetting(world, { quiet: true })];
  for (const setting of [ours, theirs]) for (let made = 0; made < 2; made++) await Promise.all([submitted(setting), confirmed(setting)]);
  await Promise.all([published(ours), charted(ours)]);
}, 120_000);
afterAll(() => world.close());

/** Every operation that gives a list, page by page. */
const lists = routed.filter((operation) => operation.method === 'GET' && 'cursor' in operation.input.shape);

it('there are lists', () => {
  expect(lists.length).toBeGreaterThan(6);
});

interface Page {
  items: { id?: string; slug?: string; aggregateId?: string }[];
  nextCursor: string | null;
}
async function ask(operation: Operation, setting: Setting, query: string) {
  const person = await personOf(setting, someCaller(operation));
  const path = operation.path.replace('{network}', setting.network.code);
  return world.edge.fetch<Page & { code?: string }>(`${world.origin}/api/v1${path}?${query}`, 'GET', undefined, { ...person });
}

/** Columns and words of SQL that a list could be talked into using. */
const columns = [
  'password',
  'email',
  'secret',
  'hash',
  'network_id',
  'id',
  'version',
  '1',
  'id desc',
  'id; drop table practice',
  '(select 1)',
  'constructor',
];
const asking = ['sort', 'order', 'orderBy', 'order_by', 'filter', 'where', 'fields', 'include', 'select', 'expand', 'join', 'group'];

/** Cursors of every shape that sort keys could have, holding what no row has. */
const forged = [
  [],
  [null],
  [1e308],
  [-1],
  [true],
  [{ $gt: '' }],
  [['a']],
  ["' or 1=1 --"],
  ['2020-01-01T00:00:00Z', "x'); drop table practice; --"],
  ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  ['9999-99-99T99:99:99Z', '00000000-0000-0000-0000-000000000000'],
  ['0000-01-01T00:00:00Z', '0190a000-0000-7000-8000-000000000001'],
  [1, '2020-01-01T00:00:00Z', 'no-uuid'],
  [1, '0000-01-01T00:00:00Z', '0190a000-0000-7000-8000-000000000001'],
  ['a', 'no-uuid'],
  ['\u0000', '\ud800'],
  Array.from({ length: 50 }, () => 'x'),
].map((keys) => Buffer.from(JSON.stringify(keys)).toString('base64url'));
const shapeless = ['bm8', '%00', '..', '{}', 'null', "'", 'x'.repeat(300), encodeURIComponent('{"$ne":null}')];

describe.each(lists.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  it('is ordered and filtered by what its contract names alone', async () => {
    const free = asking.filter((name) => !(name in operation.input.shape));
    for (const name of free) expect([name, (await ask(operation, ours, `${name}=id`)).status]).toEqual([name, 400]);
    if ('sort' in operation.input.shape)
      for (const column of columns)
        expect([column, (await ask(operation, ours, `sort=${encodeURIComponent(column)}`)).status]).toEqual([column, 400]);
    for (const name of Object.keys(operation.input.shape).filter((known) => known !== 'q')) {
      const nested = [`${name}[$ne]=1`, `${name}[]=id&${name}[x]=y`, `${name}.x=1`, `${name}=a&${name}=b&${name}=%27`];
      for (const query of nested) expect([query, (await ask(operation, ours, query)).status]).toEqual([query, 400]);
    }
  }, 30_000);

  it('begins at no place that it did not name itself, and never breaks', async () => {
    for (const cursor of [...forged, ...shapeless]) {
      const { status, body } = await ask(operation, ours, `cursor=${cursor}`);
      expect({ cursor, status }).toEqual({ cursor, status: expect.any(Number) });
      if (status !== 200) expect([status, body.code]).toEqual([400, 'input-invalid']);
    }
    for (const limit of ['0', '101', '-1', '1e9', 'NaN', 'Infinity', '1;', '0x10', '', '%00'])
      expect([limit, (await ask(operation, ours, `limit=${limit}`)).status]).toEqual([limit, limit === '0x10' ? expect.any(Number) : 400]);
  }, 30_000);

  // a list of something that has an identifier is as closed as that is: other-network tries those
  if (inNetworkPath(operation) && pathParams(operation.path).length === 0) {
    it('shows its own network, wherever another one’s page ended', async () => {
      const { body: first } = await ask(operation, theirs, 'limit=1');
      if (first.nextCursor === null) return;
      const { body } = await ask(operation, ours, `limit=100&cursor=${first.nextCursor}`);
      const all = async (setting: Setting) => (await ask(operation, setting, 'limit=100')).body.items.map((item) => JSON.stringify(item));
      const [own, foreign] = [await all(ours), await all(theirs)];
      for (const item of body.items.map((each) => JSON.stringify(each))) {
        expect(own).toContain(item);
        expect(foreign).not.toContain(item);
      }
    });
  }
});

describe('words that are sought', () => {
  const words = [
    ...[
      "'",
      "''",
      '"',
      '\\',
      '%',
      '_',
      '*',
      ':*',
      '!',
      '&',
      '|',
      '(',
      ')',
      '<->',
      '<2>',
      "a':*",
      "' or 1=1 --",
      "'); drop table practice; --",
      '$1',
      '{}',
      '[]',
    ],
    ...[
      '\u200b',
      '\u202e',
      '\ufeff',
      '😀',
      'ﬀ',
      '\u0301'.repeat(100),
      'a '.repeat(100),
      '-'.repeat(200),
      '.'.repeat(200),
      'x'.repeat(200),
      'ab'.repeat(100),
    ],
  ];
  const sought = lists.filter((operation) => 'q' in operation.input.shape);

  it.each(sought.map((operation) => [operation.id, operation] as const))(
    'are words and nothing else: %s',
    async (_id, operation) => {
      const all = (await ask(operation, ours, 'limit=1')).body as unknown as { total?: number; items: object[] };
      expect(all.total ?? all.items.length).toBeGreaterThan(0);
      for (const q of words) {
        const before = process.cpuUsage();
        const { status } = await ask(operation, ours, `q=${encodeURIComponent(q)}`);
        const { user } = process.cpuUsage(before);
        expect([q, [200, 400].includes(status), user / 1000 < 1000]).toEqual([q, true, true]);
      }
      for (const q of ['\u0000', '%00', 'a\u0000b'])
        expect([200, 400]).toContain((await ask(operation, ours, `q=${encodeURIComponent(q)}`)).status);
    },
    60_000,
  );
});
