import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAuditEntries } from '@alianza/contracts/audit/entries';
import { getApplication, listApplications } from '@alianza/contracts/membership/applications';
import { listOrganizations } from '@alianza/contracts/membership/organizations';
import { getPractice, listOwnPractices, readPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { listReviews } from '@alianza/contracts/repository/reviews';
import { searchPractices, type SearchResult } from '@alianza/contracts/repository/search';
import { confirmed } from '@alianza/testing/builders/applications';
import { published, submitted } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let ours: Setting;
let theirs: Setting;
let record: EditablePractice;
let waiting: EditablePractice;
let application: { applicationId: string };

const title = 'Xilófonos cuidadores del Ozama (ficticia)';

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world), await openSetting(world)];
  record = await published(theirs, { title: { original: 'es', es: title } });
  waiting = await submitted(theirs);
  application = await confirmed(theirs);
}, 120_000);
afterAll(() => world.close());

const search = (setting: Setting, q: string) => world.edge.call<SearchResult>(searchPractices, { q }, { network: setting.network.code });
const ids = async (
  setting: Setting,
  operation: typeof listReviews | typeof listOwnPractices | typeof listApplications,
  role: 'reviewer' | 'titular' | 'secretariat',
) => (await world.edge.call<{ items: { id: string }[] }>(operation, {}, await setting.as(role))).items.map(({ id }) => id);

describe('what one network has', () => {
  it.each(['xilófonos', 'xilofonos ozama', 'silofonos'])('is not found in another by «%s», nor by what sounds like it', async (q) => {
    expect((await search(theirs, q)).items.map((found) => found.title)).toEqual([title]);
    expect(await search(ours, q)).toMatchObject({ items: [], total: 0 });
  });

  it('has no page and no address in another', async () => {
    const slug = record.slug ?? '';
    expect((await world.edge.send(getPractice, { slug }, { network: ours.network.code })).status).toBe(404);
    expect((await fetch(`${world.origin}/${theirs.network.code}/practicas/${slug}`)).status).toBe(200);
    expect((await fetch(`${world.origin}/${ours.network.code}/practicas/${slug}`)).status).toBe(404);
    const identifier = (setting: Setting) => fetch(`${world.origin}/${setting.network.code}/id/${record.id}`, { redirect: 'manual' });
    const moved = await identifier(theirs);
    expect([moved.status, moved.headers.get('location')]).toEqual([308, `/${theirs.network.code}/practicas/${slug}`]);
    expect((await identifier(ours)).status).toBe(404);
  });

  it('is in no list of another', async () => {
    expect(await ids(theirs, listReviews, 'reviewer')).toContain(waiting.id);
    expect(await ids(ours, listReviews, 'reviewer')).toEqual([]);
    expect(await ids(theirs, listOwnPractices, 'titular')).toContain(waiting.id);
    expect(await ids(ours, listOwnPractices, 'titular')).toEqual([]);
    expect(await ids(theirs, listApplications, 'secretariat')).toContain(application.applicationId);
    expect(await ids(ours, listApplications, 'secretariat')).toEqual([]);
    const organizations = await world.edge.call<{ items: { slug: string }[] }>(listOrganizations, {}, { network: ours.network.code });
    expect(organizations.items.map(({ slug }) => slug)).not.toContain(theirs.organization.slug);
  });

  it('is not there for who knows its id', async () => {
    const practice = await world.edge.send(readPractice, { id: waiting.id }, await ours.as('titular'));
    const applied = await world.edge.send(getApplication, { id: application.applicationId }, await ours.as('secretariat'));
    expect([practice.status, applied.status]).toEqual([404, 404]);
  });

  it('is not in the audit of another', async () => {
    const about = { aggregateId: waiting.id };
    const entries = async (setting: Setting) =>
      (await world.edge.call<{ items: object[] }>(listAuditEntries, about, await setting.as('auditor'))).items;
    await eventually(async () => (await entries(theirs)).length > 0);
    expect(await entries(ours)).toEqual([]);
  });
});
