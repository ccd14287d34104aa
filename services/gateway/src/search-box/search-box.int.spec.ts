import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FoundGroup } from '@alianza/contracts/search/found';
import { searchEverything } from '@alianza/contracts/search/search-box';
import { confirmed } from '@alianza/testing/builders/applications';
import { completeContent, drafted, published, submitted } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

interface Found {
  groups: FoundGroup[];
  missing: string[];
}

let world: World;
let setting: Setting;
let titular: Person;
let secretariat: Person;

const titled = (title: string) => completeContent({ title: { original: 'es', es: title } });

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [titular, secretariat] = [await setting.as('titular'), await setting.as('secretariat')];
  await published(setting, titled('Cosecha de relevos entre vecinas'));
  await drafted(setting, titled('Cosecha todavía en borrador'));
  await submitted(setting, titled('Cosecha que espera revisión'));
  await confirmed(setting, { organization: 'Cosecha Compañera (ficticia)' });
  const named = (es: string, over: object = {}) =>
    world.people.openOrganization(setting.network, { name: { original: 'es', es }, ...over });
  const { id } = await named('Cosécha Integrante (ficticia)');
  await rowsOf('membership', `update organization set shows = '[]' where id = $1`, [id]);
  await named('Cosecha del Mapa (ficticia)', { kind: 'actor', category: null });
}, 90_000);
afterAll(() => world.close());

/** Asked again for as long as a service was too slow to be heard. */
const find = (q: string, as: Person, input: object = {}) =>
  eventually(async () => {
    const found = await world.edge.call<Found>(searchEverything, { q, ...input }, as);
    return found.missing.length === 0 && found;
  });
const shown = ({ groups }: Found) => groups.map(({ kind, total }) => [kind, total]);
const excerptOf = ({ groups }: Found) => groups.find(({ kind }) => kind === 'organization')?.items[0]?.excerpt;
const titles = ({ groups }: Found, kind: string) => groups.find((group) => group.kind === kind)?.items.map(({ title }) => title);

describe('the search box', () => {
  it('shows an organisation what is published, what is its own, and who is a member', async () => {
    const found = await eventually(async () => {
      const answer = await find('cosecha', titular);
      return answer.groups.length === 3 && answer;
    });
    expect(shown(found)).toEqual([
      ['practice', 1],
      ['own-practice', 2],
      ['organization', 1],
    ]);
    expect(excerptOf(found)).toBeNull();
    expect(titles(found, 'own-practice')).toEqual(['Cosecha que espera revisión', 'Cosecha todavía en borrador']);
  });

  it('shows the secretariat what waits for it, and leads to where it works', async () => {
    const found = await find('cosecha', secretariat);
    expect(shown(found)).toEqual([
      ['practice', 1],
      ['in-review', 1],
      ['organization', 1],
      ['actor', 1],
      ['application', 1],
    ]);
    expect(excerptOf(found)).toContain('México');
    const places = found.groups.map(({ items }) => items[0]?.place.replace(/[\da-f-]{36}$/, 'id'));
    expect(places).toEqual([
      'practicas/cosecha-de-relevos-entre-vecinas',
      'secretaria/practicas?abierta=id',
      'secretaria/integrantes?abierta=id',
      'secretaria/actores?abierta=id',
      'secretaria/solicitudes?abierta=id',
    ]);
  });

  it('bears a slip of the hand where the index does, and accents left out everywhere', async () => {
    expect(titles(await find('cosehca relevos', titular), 'practice')).toEqual(['Cosecha de relevos entre vecinas']);
    expect(titles(await find('cosecha COMPANERA', secretariat), 'application')).toEqual(['Cosecha Compañera (ficticia)']);
  });

  it('finds people: everybody for the secretariat, those of the organisation for its titular, none for who edits', async () => {
    await setting.as('editor');
    const [all, own] = [await find('titular', secretariat), await find('editor', titular)];
    expect(titles(all, 'person')).toContain('titular');
    expect(titles(own, 'person')).toEqual(['editor']);
    expect(titles(await find('secretariat', titular), 'person')).toBeUndefined();
    expect(titles(await find('titular', await setting.as('editor')), 'person')).toBeUndefined();
  });

  it('finds help in the language of whoever asks', async () => {
    expect(titles(await find('citar', titular), 'help')?.[0]).toBe('Cómo citar');
    expect(titles(await find('oficio vencimiento', titular), 'help')).toEqual(['Quién representa a una organización']);
    expect(titles(await find('cite', titular, { lang: 'en' }), 'help')?.[0]).toBe('How to cite');
  });

  it('keeps to so many of each kind and says how many there are', async () => {
    const { groups } = await find('cosecha', titular, { limit: 1 });
    expect(groups.map(({ items, total }) => [items.length, total])).toContainEqual([1, 2]);
  });

  it.each(['de la', '%%', '..'])('finds nothing by %j', async (q) => {
    expect(shown(await find(q, titular)).filter(([kind]) => kind !== 'organization' && kind !== 'person')).toEqual([]);
  });

  it('sees nothing of another network', async () => {
    const other = await openSetting(world);
    expect(shown(await find('cosecha', await other.as('secretariat')))).toEqual([]);
  });

  it('takes no single letter, and lets nobody in who has no role', async () => {
    expect((await world.edge.send(searchEverything, { q: 'c' }, titular)).status).toBe(400);
    const stranger = await world.people.stranger();
    expect((await world.edge.send(searchEverything, { q: 'cosecha' }, { ...stranger, network: setting.network.code })).status).toBe(403);
  });
});
