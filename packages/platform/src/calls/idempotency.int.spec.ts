import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@alianza/contracts/membership/principals';
import { draftPractice, editPractice, submitPractice } from '@alianza/contracts/repository/practices';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { completeContent } from '@alianza/testing/builders/practices';
import { definitionOf } from '@alianza/testing/definitions';
import { rowsOf } from '@alianza/testing/rows';
import { openStand, principalOf, type Stand } from '@alianza/testing/stand';
import { randomUUID } from 'node:crypto';

const network = randomUUID();
const titular = principalOf('titular', network);
const content = completeContent();
interface Draft {
  id: string;
  version: number;
  status: string;
}

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
  for (let replica = 0; replica < 2; replica++) await stand.start(definitionOf('repository'));
}, 60_000);
afterAll(() => stand.close());

const draft = (idempotencyKey: string | undefined, as: Principal = titular, input: object = { content }) =>
  stand.send(draftPractice, input, { as, idempotencyKey });
const count = async (...networks: string[]) =>
  (await rowsOf('repository', 'select from practice where network_id = any($1)', [networks])).length;
const kept = (key: string) => rowsOf('repository', 'select from idempotency where key = $1', [key]);
const code = (sending: Promise<unknown>) =>
  sending.then(
    () => 'answered',
    (error: unknown) => (error as { code: string }).code,
  );

describe('a request with a key', () => {
  it('has one effect and one answer, however many race, whoever serves them', async () => {
    const [key, before] = [randomUUID(), await count(network)];
    const answers = await Promise.all(Array.from({ length: 8 }, () => draft(key)));
    expect(new Set(answers.map(({ body, etag }) => `${body} ${etag ?? ''}`)).size).toBe(1);
    expect((await count(network)) - before).toBe(1);
    expect(await draft(key)).toEqual(answers[0]);
  });

  it('leaves no trace when it is refused, so that the key serves again', async () => {
    const { id } = JSON.parse((await draft(undefined, titular, { content: { ...content, actions: null } })).body) as Draft;
    const idempotencyKey = randomUUID();
    const submit = (version: number) =>
      stand.call<Draft>(submitPractice, { id, terms: 1 }, { as: titular, idempotencyKey, version: `"${version}"` });
    expect(await Promise.all([code(submit(1)), code(submit(1))])).toEqual(['practice-incomplete', 'practice-incomplete']);
    expect(await kept(idempotencyKey)).toEqual([]);
    await stand.call(editPractice, { id, content }, { as: titular, version: '"1"' });
    const submitted = await submit(2);
    expect(submitted).toMatchObject({ status: 'submitted', version: 3 });
    expect(await submit(2)).toEqual(submitted);
  });

  it('is refused with another body', async () => {
    const [key, before] = [randomUUID(), await count(network)];
    await draft(key);
    expect(await code(draft(key, titular, { content: { ...content, place: 'Otro lugar' } }))).toBe('idempotency-key-reused');
    expect((await count(network)) - before).toBe(1);
  });

  it('stands by itself for each person, organisation and network', async () => {
    const [key, there] = [randomUUID(), randomUUID()];
    const colleague = principalOf('titular', network, titular.actingFor ?? '');
    const elsewhere = { ...titular, actingFor: randomUUID() };
    const before = await count(network, there);
    for (const who of [titular, colleague, elsewhere, { ...titular, networkId: there }]) {
      const { id } = JSON.parse((await draft(key, who)).body) as Draft;
      expect(
        (await rowsOf<{ network_id: string }>('repository', 'select network_id from practice where id = $1', [id]))[0]?.network_id,
      ).toBe(who.networkId);
    }
    expect([(await count(network, there)) - before, (await kept(key)).length]).toEqual([4, 4]);
  });
});

describe('a request without a key', () => {
  it('is done as often as it comes', async () => {
    const before = await count(network);
    await Promise.all([draft(undefined), draft(undefined)]);
    expect((await count(network)) - before).toBe(2);
  });

  it('is refused where doing it twice would harm', async () => {
    const reviewer = principalOf('reviewer', network);
    expect(publishPractice.once).toBe(true);
    const publish = (idempotencyKey?: string) =>
      code(stand.call(publishPractice, { id: randomUUID() }, { as: reviewer, version: '"1"', idempotencyKey }));
    expect([await publish(), await publish(randomUUID())]).toEqual(['idempotency-key-required', 'practice-not-found']);
  });
});
