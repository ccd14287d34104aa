import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationPractices, relatedPractices, type RelatedPractice } from '@alianza/contracts/repository/publication/related';
import { addConcept, type EditedConcept } from '@alianza/contracts/repository/taxonomy';
import { published } from '@alianza/testing/builders/practices';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
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

  it('share the areas of the work programme as they do other concepts', async () => {
    const secretariat = await asSecretariat(setting);
    const area = async (es: string, en: string) => {
      const input = { scheme: 'priorityArea', labels: { es, en }, synonyms: { es: [], en: [] }, from: null, until: null };
      return (await world.edge.call<EditedConcept>(addConcept, input, secretariat)).id;
    };
    const priorityAreas = [await area('Financiamiento', 'Funding'), await area('Formación', 'Training')];
    const alone = { fiveRs: [], countries: ['NZ'], sector: null, populations: [], sdgTargets: [], priorityAreas };
    const one = await published(setting, { ...alone, ...titled('Con áreas (ficticia)') });
    await published(setting, { ...alone, countries: ['IS'], ...titled('Con las mismas áreas (ficticia)') });
    expect((await of(one.slug)).body.items.map(({ title }) => title)).toEqual(['Con las mismas áreas (ficticia)']);
  });

  it('are none for a record that stands alone, and no such record is said to be missing', async () => {
    const lone = await published(setting, { fiveRs: [], populations: [], countries: ['KE'], sector: null });
    expect((await of(lone.slug)).body).toEqual({ items: [] });
    expect((await of('no-hay')).status).toBe(404);
    const other = await world.people.openNetwork();
    expect((await of(lone.slug, other.code)).status).toBe(404);
  });
});

describe('records of an organisation', () => {
  interface Newest {
    total: number;
    items: RelatedPractice[];
  }
  const of = (id: string, name: readonly string[], more: object = {}) =>
    world.edge.call<Record<'own' | 'naming', Newest>>(
      organizationPractices,
      { id, name, ...more },
      { network: setting.network.code, lang: 'es' },
    );
  const slugs = ({ items }: Newest) => items.map(({ slug }) => slug);

  it('are those it answers for and those that name it, by whichever of its names, the newest first', async () => {
    const organizations = ['Casa de la Ladera (ficticia)', 'Otra casa (ficticia)'];
    const first = await published(setting, { organizations });
    const second = await published(setting, { organizations: ['CLF'] });
    await published(setting, { organizations: ['Casa de la Ladera (ficticia), sede norte'] });
    const name = ['Casa de la Ladera (ficticia)', 'CLF'];
    const stranger = await of(setting.secretariat.id, name);
    expect(slugs(stranger.naming)).toEqual([second.slug, first.slug]);
    expect(stranger.own).toEqual({ total: 0, items: [] });

    const owner = await of(setting.organization.id, name, { limit: 1 });
    expect(owner.own.total).toBeGreaterThan(3);
    expect(owner.own.items).toHaveLength(1);
    expect(owner.naming.total).toBe(0);
  });

  it('are none for names without a word to look for', async () => {
    expect((await of(setting.secretariat.id, ['—', '«»'])).naming.total).toBe(0);
    expect((await of(setting.secretariat.id, [])).naming.total).toBe(0);
  });
});
