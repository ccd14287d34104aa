import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { locatePractice } from '@alianza/contracts/repository/publication/versions';
import { searchPractices } from '@alianza/contracts/repository/search';
import { getTombstone, withdrawPractice, type Tombstone } from '@alianza/contracts/repository/publication/withdrawals';
import { drafted, published, revised } from '@alianza/testing/builders/practices';
import type { Asked } from '@alianza/testing/edge';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
let anybody: Asked;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  anybody = { network: setting.network.code };
}, 60_000);
afterAll(() => world.close());

const reason = { original: 'es', es: 'La organización dejó de hacerla.', en: 'The organisation stopped doing it.' };
const said = { cause: 'owner-request', reason };
const title = { original: 'es', es: 'Zurcidoras del amanecer (ficticia)' } as const;
const search = async (q: string) =>
  (await world.edge.call<{ items: { slug: string }[] }>(searchPractices, { q }, anybody)).items.map(({ slug }) => slug);

describe('a withdrawn practice', () => {
  it('leaves search at once, and its address and identifier say since when and why, in the language asked', async () => {
    const { id, slug } = await published(setting, { title });
    expect(await search('zurcidoras')).toEqual([slug]);
    const input = { id, ...said };
    const done = await world.edge.call<EditablePractice>(withdrawPractice, input, await asTitular(setting));
    expect(done).toMatchObject({ status: 'withdrawn', publishedAt: null });

    expect(await search('zurcidoras amanecer')).toEqual([]);
    expect(await world.edge.refusal(getPractice, { slug }, anybody)).toEqual([410, 'practice-withdrawn']);
    expect(await world.edge.call(locatePractice, { id }, anybody)).toEqual({ slug });
    const english = await world.edge.call<Tombstone>(getTombstone, { slug }, { ...anybody, lang: 'en' });
    expect(english).toMatchObject({ id, slug, title: title.es, cause: 'owner-request', reason: reason.en, languages: { title: 'es' } });
    const words = await rowsOf<{ word: string }>(
      'repository',
      `select word from published_word where network_id = $1 and word in ('zurcidoras', 'vecinas', 'turnos')`,
      [setting.network.id],
    );
    expect(words.map(({ word }) => word)).not.toContain('zurcidoras');
  });

  it('is taken away by its titular or the secretariat, whatever is being written, and once', async () => {
    const { id } = await revised(setting);
    const neighbour = await world.people.enrol('titular', setting.network, await world.people.openOrganization(setting.network));
    expect(await world.edge.refusal(withdrawPractice, { id, ...said }, neighbour)).toEqual([404, 'practice-not-found']);
    for (const person of [await asReviewer(setting), await setting.as('suplente')])
      expect(await world.edge.refusal(withdrawPractice, { id, ...said }, person)).toEqual([403, 'forbidden']);
    const secretariat = await asSecretariat(setting);
    expect(await world.edge.refusal(withdrawPractice, { id, ...said }, secretariat)).toEqual([200, undefined]);
    expect(await world.edge.refusal(withdrawPractice, { id, ...said }, secretariat)).toEqual([409, 'practice-not-published']);
    const draft = await drafted(setting);
    expect(await world.edge.refusal(withdrawPractice, { id: draft.id, ...said }, await asTitular(setting))).toEqual([
      409,
      'practice-not-published',
    ]);
  });

  it('leaves its words where another practice says them too', async () => {
    const own = await openSetting(world);
    const [gone] = [await published(own, { title }), await published(own, { title })];
    await world.edge.call(withdrawPractice, { id: gone.id, ...said }, await asSecretariat(own));
    const words = await rowsOf<{ word: string }>('repository', 'select word from published_word where network_id = $1', [own.network.id]);
    expect(words.map(({ word }) => word)).toContain('zurcidoras');
  });
});
