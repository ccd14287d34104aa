import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceOf, type Operation } from '@alianza/contracts/operation';
import type { Asked } from '@alianza/testing/edge';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { personOf, prepare, routed, someCaller } from '../generic/matrix.js';
import { unwritten } from './unwritten.js';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world, { quiet: true });
}, 60_000);
afterAll(() => world.close());

type Fields = Readonly<Record<string, unknown>>;
const id = randomUUID();

/** What whoever fills a record from its input would let a stranger set. As JSON text: some names exist only there. */
const smuggled: readonly (readonly [string, string])[] = [
  ['networkId', JSON.stringify(id)],
  ['network_id', JSON.stringify(id)],
  ['organizationId', JSON.stringify(id)],
  ['personId', JSON.stringify(id)],
  ['roles', '["operator"]'],
  ['permissions', '["applications:decide"]'],
  ['principal', '{"roles":["operator"]}'],
  ['status', '"published"'],
  ['version', '999'],
  ['createdAt', '"2020-01-01T00:00:00Z"'],
  ['publishedAt', '"2020-01-01T00:00:00Z"'],
  ['isAdmin', 'true'],
  ['__proto__', '{"polluted":true,"roles":["operator"]}'],
  ['constructor', '{"prototype":{"polluted":true}}'],
  ['prototype', '{"polluted":true}'],
  ['toString', '"polluted"'],
  ['hasOwnProperty', 'null'],
];

/** Those that are also tried in objects inside the input: what is strict there refuses all others alike. */
const inside = ['networkId', 'status', '__proto__', 'constructor'];

/** The objects of an input, each as a way of writing it with one more member. */
function places(value: unknown): ((member: string) => string)[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      places(item).map(
        (write) => (member: string) => `[${value.map((other, at) => (at === index ? write(member) : JSON.stringify(other))).join(',')}]`,
      ),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const own = (member: string) =>
    `{${[...entries.map(([name, item]) => `${JSON.stringify(name)}:${JSON.stringify(item)}`), member].join(',')}}`;
  const inner = entries.flatMap(([name, item]) =>
    places(item).map((write) => (member: string) => {
      const rest = entries.filter(([other]) => other !== name).map(([other, kept]) => `${JSON.stringify(other)}:${JSON.stringify(kept)}`);
      return `{${[...rest, `${JSON.stringify(name)}:${write(member)}`].join(',')}}`;
    }),
  );
  return [own, ...inner];
}

/** Address and body of a call, as `edge.send` makes them, with the body left to be written. */
function addressOf({ path }: Operation, input: Fields): { address: string; rest: Fields } {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const address = named.reduce(
    (filled, name) => filled.replace(`{${name}}`, encodeURIComponent(name === 'network' ? setting.network.code : String(input[name]))),
    `/api/v1${path}`,
  );
  return { address: world.origin + address, rest: Object.fromEntries(Object.entries(input).filter(([name]) => !named.includes(name))) };
}

async function ready(operation: Operation): Promise<{ input: Fields; asked: Asked }> {
  const person = await personOf(setting, someCaller(operation));
  const { input, version } = await prepare(operation, setting, person);
  return { input, asked: { ...person, network: setting.network.code, version } };
}

const polluted = (): boolean => 'polluted' in {} || typeof {}.toString !== 'function' || typeof {}.hasOwnProperty !== 'function';

/** Every way of asking for what nobody may set. */
function triesOf({ method, input: { shape } }: Operation, address: string, rest: Fields) {
  const told = smuggled.filter(([name]) => !(name in shape) || name.startsWith('_'));
  if (method === 'GET')
    return told.flatMap(([name, json]) =>
      [`${name}=${encodeURIComponent(json)}`, `${name}[x]=1&${name}.x=1`].map((query) => ({
        name,
        url: `${address}?${query}`,
        body: undefined,
      })),
    );
  return told.flatMap(([name, json]) =>
    places(rest)
      .slice(0, inside.includes(name) ? undefined : 1)
      .map((write) => ({ name, url: address, body: write(`${JSON.stringify(name)}:${json}`) })),
  );
}

describe.each(routed.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  it('takes nothing besides what its contract names, at no depth, and writes nothing', async () => {
    const { input, asked } = await ready(operation);
    const { address, rest } = addressOf(operation, input);
    const tries = triesOf(operation, address, rest);
    expect(tries.length).toBeGreaterThan(smuggled.length / 2);
    await unwritten(serviceOf(operation), async () => {
      const answers = await Promise.all(
        tries.map(({ url, body }) => world.edge.fetch<{ code: string }>(url, operation.method, body, asked)),
      );
      for (const [index, { status, body }] of answers.entries())
        expect({ ...tries[index], status, code: body.code }).toEqual({ ...tries[index], status: 400, code: 'input-invalid' });
    });
    expect(polluted()).toBe(false);
  }, 60_000);
});
