import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNetwork } from '@alianza/contracts/membership/networks';
import { listStatements, publishStatement, type KeptStatementPage } from '@alianza/contracts/membership/settings/statements';
import { productEditions } from '@alianza/contracts/privacy/editions';
import { getChange } from '@alianza/contracts/repository/harvest';
import {
  editPractice,
  getPractice,
  readPractice,
  submitPractice,
  type EditablePractice,
  type PublishedPractice,
} from '@alianza/contracts/repository/practices';
import { beginVersion, compareVersions, getVersion } from '@alianza/contracts/repository/publication/versions';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { drafted, published } from '@alianza/testing/builders/practices';
import { refusalOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
let titular: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  titular = await asTitular(setting);
}, 60_000);
afterAll(() => world.close());

const send = (input: Record<string, unknown>, version: number, who = titular) =>
  world.edge.send(submitPractice, input, { ...who, version });
const handedIn = (id: string) =>
  rowsOf<{ terms: number; by: string; organization: string | null }>(
    'repository',
    'select terms, by, organization_id as organization from practice_submission where practice_id = $1 order by number',
    [id],
  );
/** The day where the network is, whatever the hour in Greenwich: `2026-11-22`. */
const { format: dayOf } = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: String(openNetwork.example.input.zone) });
const read = (slug: string | null, of = setting) =>
  world.edge.call<PublishedPractice>(getPractice, { slug: slug ?? '' }, { network: of.network.code });

/** The terms of a network in its own words, as the repository has heard of them. */
async function reword(of: Setting, es: string): Promise<number> {
  const lead = await of.as('secretariat-lead');
  const { items } = await world.edge.call<{ items: KeptStatementPage[] }>(listStatements, {}, lead);
  const before = items.find(({ page }) => page === 'terms')!.version;
  const input = { page: 'terms', content: { original: 'es', es } };
  const { version } = await world.edge.call<KeptStatementPage>(publishStatement, input, { ...lead, version: before });
  const heard = 'select from terms_copy where network_id = $1 and version = $2';
  await eventually(async () => (await rowsOf('repository', heard, [of.network.id, version])).length === 1);
  return version;
}

describe('the terms of publication', () => {
  it('are accepted by whoever hands a record in, or nothing is handed in', async () => {
    const { id, version } = await drafted(setting);
    const unsaid = await send({ id }, version);
    expect([unsaid.status, unsaid.body]).toEqual([
      400,
      expect.objectContaining({ code: 'input-invalid', errors: [expect.objectContaining({ pointer: '/terms' })] }),
    ]);
    expect((await send({ id, terms: 0 }, version)).status).toBe(400);
    expect(await refusalOf(send({ id, terms: 2 }, version))).toEqual([409, 'terms-not-in-force']);
    const after = await world.edge.call<EditablePractice>(readPractice, { id }, titular);
    expect([after.status, after.version, after.submission, await handedIn(id)]).toEqual(['draft', version, 0, []]);
    expect((await send({ id, terms: 1 }, version)).status).toBe(200);
    expect(await handedIn(id)).toEqual([{ terms: 1, by: titular.id, organization: setting.organization.id }]);
  });

  it('are those in force at that moment, in that network', async () => {
    const own = await openSetting(world);
    const author = await asTitular(own);
    const { id, version, slug } = await published(own);
    const next = await world.edge.call<EditablePractice>(beginVersion, { id }, { ...author, version });
    expect(await reword(own, '## Lo que se acepta\n\nOtra cosa.')).toBe(2);
    expect(await refusalOf(send({ id, terms: 1 }, next.version, author))).toEqual([409, 'terms-not-in-force']);
    const content = { ...next.content, licence: 'CC-BY-SA-4.0' };
    const edited = await world.edge.call<EditablePractice>(editPractice, { id, content }, { ...author, version: next.version });
    const again = await send({ id, terms: 2 }, edited.version, author);
    const reviewer = { ...(await asReviewer(own)), version: again.body.version as number };
    await world.edge.call(publishPractice, { id }, reviewer);
    expect((await handedIn(id)).map(({ terms }) => terms)).toEqual([1, 2]);

    const shown = await eventually(async () => {
      const record = await read(slug, own);
      return record.version === 2 && record;
    });
    expect(shown).toMatchObject({ licence: 'CC-BY-SA-4.0', terms: { version: 2 } });
    const { network } = author;
    const first = await world.edge.call<PublishedPractice>(getVersion, { slug: slug ?? '', version: 1 }, { network });
    expect(first).toMatchObject({ licence: 'CC-BY-4.0', terms: { version: 1 } });
    const { changes } = await world.edge.call<{ changes: object[] }>(compareVersions, { slug: slug ?? '', version: 2 }, { network });
    expect(changes).toEqual([{ field: 'licence', texts: [], added: ['CC-BY-SA-4.0'], removed: ['CC-BY-4.0'] }]);
    const { id: elsewhere, version: there } = await drafted(setting);
    expect((await send({ id: elsewhere, terms: 1 }, there)).status).toBe(200);
  });
});

it('begin in a network that opens now as version 1 of the words of today, whichever edition that is', async () => {
  const edition = productEditions.terms;
  Object.assign(productEditions, { terms: { ...edition, edition: 2 } });
  try {
    const later = await openSetting(world);
    const kept = 'select version, own, edition from terms_copy where network_id = $1';
    const [copy] = await eventually(async () => {
      const found = await rowsOf('repository', kept, [later.network.id]);
      return found.length > 0 && found;
    });
    expect(copy).toEqual({ version: 1, own: false, edition: 2 });
    const { id, version } = await drafted(later);
    expect((await send({ id, terms: 1 }, version, await asTitular(later))).status).toBe(200);
    // One that opened under the first edition has the second as its version 2.
    const { id: before, version: there } = await drafted(setting);
    expect(await refusalOf(send({ id: before, terms: 1 }, there))).toEqual([409, 'terms-not-in-force']);
  } finally {
    Object.assign(productEditions, { terms: edition });
  }
});

describe('licence, who grants it and the terms', () => {
  const get = async (path: string, accept = '*/*') => (await fetch(world.origin + path, { headers: { accept } })).text();

  it('are on the page, in its data, in OAI-PMH and in the open data', async () => {
    const { id, slug } = await published(setting, { licence: 'CC-BY-NC-4.0' });
    const { code } = setting.network;
    const { terms, owner } = await read(slug);
    const acceptedAt = terms?.acceptedAt ?? '';
    const address = 'https://creativecommons.org/licenses/by-nc/4.0/';

    const html = await get(`/${code}/practicas/${slug ?? ''}`, 'text/html');
    expect(html).toContain(`<a href="${address}" rel="license noopener">CC BY-NC 4.0</a>`);
    expect(html).toContain(`La concede ${owner ?? '?'}.`);
    expect(html).toMatch(new RegExp(`<a href="/${code}/condiciones/1">Condiciones de publicación, versión 1</a>, aceptadas el .*20\\d\\d`));
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as Record<string, unknown>;
    expect(data).toMatchObject({
      license: address,
      copyrightHolder: { '@type': 'Organization', name: owner },
      usageInfo: { '@type': 'CreativeWork', version: '1', url: `${world.origin}/${code}/condiciones/1` },
    });

    const { record } = await world.edge.call<{ record: object }>(getChange, { id }, { network: code });
    expect(record).toMatchObject({ licence: 'CC-BY-NC-4.0', owner, terms });
    const host = new URL(world.origin).hostname;
    const xml = await get(`/oai/${code}?verb=ListRecords&metadataPrefix=oai_dc`);
    const mine = xml.split('<record>').find((part) => part.includes(id)) ?? host;
    expect([...mine.matchAll(/<dc:rights[^>]*>([^<]*)</g)].map(([, said]) => said)).toEqual([
      address,
      `La concede ${owner ?? '?'}.`,
      `Condiciones de publicación, versión 1, aceptadas el ${dayOf(new Date(acceptedAt))}: ${world.origin}/${code}/condiciones/1`,
      `Granted by ${owner ?? '?'}.`,
      `Terms of publication, version 1, accepted on ${dayOf(new Date(acceptedAt))}: ${world.origin}/${code}/condiciones/1`,
    ]);

    const { records } = JSON.parse(await get(`/${code}/datos-abiertos/practicas.json`)) as { records: Record<string, unknown>[] };
    expect(records.find((one) => one.id === id)).toMatchObject({
      licence: 'CC-BY-NC-4.0',
      licence_url: address,
      licensor: owner,
      terms_version: 1,
      terms_accepted_at: acceptedAt,
    });
  });

  it('of what was published before they were kept are the usual licence and no terms', async () => {
    const { id, slug } = await published(setting);
    const former = `update published_practice set terms = null, content = content - 'licence' where practice_id = $1`;
    await rowsOf('repository', former, [id]);
    const shown = await eventually(async () => {
      const record = await read(slug);
      return record.terms === null && record;
    });
    expect(shown).toMatchObject({ licence: 'CC-BY-4.0', terms: null });
    const html = await get(`/${setting.network.code}/practicas/${slug ?? ''}`, 'text/html');
    expect([html.includes('CC BY 4.0'), html.includes('/condiciones"')]).toEqual([true, false]);
    expect(html).not.toContain('usageInfo');
  });

  it('is one of a list', async () => {
    const { id, version, content } = await drafted(setting);
    const edit = (licence: unknown) => world.edge.send(editPractice, { id, content: { ...content, licence } }, { ...titular, version });
    for (const licence of ['MIT', 'cc-by-4.0', '', null, 4]) expect([licence, (await edit(licence)).status]).toEqual([licence, 400]);
  });
});
