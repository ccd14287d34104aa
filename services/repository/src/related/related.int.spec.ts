import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { relatedPractices, type RelatedPractice } from '@alianza/contracts/repository/related';
import { published } from '@alianza/testing/builders/practices';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const titled = (title: string) => ({ title: { original: 'es' as const, es: title } });
const of = (slug: string | null, network = setting.network.code) =>
  world.edge.send<{ items: RelatedPractice[] }>(relatedPractices, { slug: slug ?? '' }, { network });

describe('related records', () => {
  it('share the most concepts, the nearest first; one shared concept is not enough, and the record itself is none', async () => {
    const alone = { fiveRs: [], countries: [], sector: null, populations: [], sdgTargets: [] };
    const concepts = { ...alone, fiveRs: ['reduce' as const], populations: ['rural' as const], countries: ['PE'], sdgTargets: ['5.4'] };
    const one = await published(setting, { ...concepts, ...titled('La primera (ficticia)') });
    await published(setting, { ...concepts, ...titled('La misma cosa (ficticia)') });
    await published(setting, { ...concepts, fiveRs: [], sdgTargets: [], ...titled('La mitad (ficticia)') });
    await published(setting, { ...alone, countries: ['PE'], ...titled('Solo el país (ficticia)') });
    const { body } = await of(one.slug);
    expect(body.items.map(({ title }) => title)).toEqual(['La misma cosa (ficticia)', 'La mitad (ficticia)']);
  });

  it('are none for a record that stands alone, and no such record is said to be missing', async () => {
    const lone = await published(setting, { fiveRs: [], populations: [], countries: ['KE'], sector: null });
    expect((await of(lone.slug)).body).toEqual({ items: [] });
    expect((await of('no-hay')).status).toBe(404);
    const other = await world.people.openNetwork();
    expect((await of(lone.slug, other.code)).status).toBe(404);
  });
});
