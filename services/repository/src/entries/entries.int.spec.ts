import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reinstateOrganization, suspendOrganization, withdrawOrganization } from '@alianza/contracts/membership/organizations';
import {
  editPractice,
  getPractice,
  listOwnPractices,
  readPractice,
  submitPractice,
  type EditablePractice,
  type PracticeRow,
  type PublishedPractice,
} from '@alianza/contracts/repository/practices';
import { beginVersion } from '@alianza/contracts/repository/publication/versions';
import { enterPractice, listEnteredPractices, practiceEntered } from '@alianza/contracts/repository/review/entries';
import { publishPractice, readReview, type ReviewedPractice } from '@alianza/contracts/repository/reviews';
import { completeContent, entered, known } from '@alianza/testing/builders/practices';
import { refusalOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
let titular: Person;
let staff: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [titular, staff] = [await asTitular(setting), await asSecretariat(setting)];
  await known(setting);
}, 60_000);
afterAll(() => world.close());

const at = (person: Person, version: number): Person => ({ ...person, version });
const enter = (organizationId: string, who = staff) =>
  world.edge.send<EditablePractice & Record<string, unknown>>(enterPractice, { organizationId, content: completeContent() }, who);
const submit = (id: string, who: Person, version: number) => world.edge.send(submitPractice, { id, terms: 1 }, at(who, version));
const edit = ({ id, content }: EditablePractice, place: string, who: Person) =>
  world.edge.call<EditablePractice>(editPractice, { id, content: { ...content, place } }, who);
const read = (id: string, who: Person) => world.edge.send(readPractice, { id }, who);

describe('a record entered for an organisation', () => {
  it('is marked, told to it, and written by both and by nobody else', async () => {
    const draft = await entered(setting);
    expect(draft).toMatchObject({ status: 'draft', onBehalf: true, organization: { id: setting.organization.id } });
    const told = await rowsOf<{ data: object }>(
      'repository',
      `select event -> 'data' as data from outbox where event ->> 'aggregateId' = $1 and event ->> 'subject' = $2`,
      [draft.id, practiceEntered.subject],
    );
    expect(told).toEqual([{ data: expect.objectContaining({ organizationId: setting.organization.id, title: draft.content.title }) }]);
    const noticed = `select from notice where rule = 'practice-entered' and person_id = $1 and path like $2`;
    await eventually(async () => (await rowsOf('notifications', noticed, [titular.id, `%${draft.id}`])).length === 1);

    const corrected = await edit(draft, 'Otro valle', at(titular, draft.version));
    expect(corrected).toMatchObject({ onBehalf: true, content: { place: 'Otro valle' } });
    expect(await refusalOf(world.edge.send(editPractice, { id: draft.id, content: draft.content }, at(staff, draft.version)))).toEqual([
      412,
      'version-stale',
    ]);
    await edit(corrected, 'Ese valle', at(staff, corrected.version));
    const neighbour = await world.people.enrol('titular', setting.network, await world.people.openOrganization(setting.network));
    expect(await refusalOf(read(draft.id, neighbour))).toEqual([404, 'practice-not-found']);
    expect((await world.edge.send(readReview, { id: draft.id }, await asReviewer(setting))).status).toBe(404);
    const lists = await Promise.all([
      world.edge.call<{ items: PracticeRow[] }>(listEnteredPractices, { status: 'draft' }, staff),
      world.edge.call<{ items: PracticeRow[] }>(listOwnPractices, {}, titular),
      world.edge.call<{ items: PracticeRow[] }>(listOwnPractices, {}, staff),
    ]);
    expect(lists.map(({ items }) => items.some(({ id }) => id === draft.id))).toEqual([true, true, false]);
  });

  it('is handed in by the secretariat too, published with the mark, and its organisation’s alone from then on', async () => {
    const draft = await entered(setting);
    expect((await submit(draft.id, staff, draft.version)).status).toBe(200);
    const kept = 'select terms, by, organization_id as organization from practice_submission where practice_id = $1';
    expect(await rowsOf('repository', kept, [draft.id])).toEqual([{ terms: 1, by: staff.id, organization: setting.organization.id }]);
    const reviewer = await asReviewer(setting);
    const reviewed = await world.edge.call<ReviewedPractice>(readReview, { id: draft.id }, reviewer);
    expect(reviewed.onBehalf).toBe(true);
    const listed = async () =>
      (await world.edge.call<{ items: PracticeRow[] }>(listEnteredPractices, {}, staff)).items.some(({ id }) => id === draft.id);
    expect(await listed()).toBe(true);
    const decided = await world.edge.call<EditablePractice>(publishPractice, { id: draft.id }, at(reviewer, reviewed.version));
    expect(await listed()).toBe(false); // nothing is left for the secretariat to write
    const { code } = setting.network;
    const shown = await world.edge.call<PublishedPractice>(getPractice, { slug: decided.slug ?? '' }, { network: code });
    expect(shown).toMatchObject({ onBehalf: true, terms: { version: 1 } });
    const html = await (await fetch(`${world.origin}/${code}/practicas/${decided.slug ?? ''}`)).text();
    expect(html).toContain(`Registrada por la Secretaría Técnica en nombre de ${shown.owner ?? '?'}.`);
    expect(await refusalOf(world.edge.send(beginVersion, { id: draft.id }, at(staff, decided.version)))).toEqual([
      404,
      'practice-not-found',
    ]);
    const next = await world.edge.call<EditablePractice>(beginVersion, { id: draft.id }, at(titular, decided.version));
    expect([next.onBehalf, await refusalOf(read(draft.id, staff))]).toEqual([true, [404, 'practice-not-found']]);
    expect((await submit(draft.id, titular, next.version)).status).toBe(200);
  });

  it('is not decided by staff who act for it', async () => {
    const both = await world.people.enrol('secretariat', setting.network, setting.organization);
    const { status, body } = await enter(setting.organization.id, both);
    expect([status, (await submit(body.id, both, body.version)).status]).toEqual([200, 200]);
    const publish = (who: Person) => world.edge.send(publishPractice, { id: body.id }, at(who, body.version + 1));
    expect(await refusalOf(publish(both))).toEqual([403, 'practice-own-decision']);
    expect((await publish(staff)).status).toBe(200);
  });
});

describe('for an organisation that takes no part', () => {
  const refused = [409, 'practice-organization-not-active'];

  it('nothing is entered nor handed in by the secretariat while it is suspended or once it has left', async () => {
    const own = await openSetting(world);
    const [lead, clerk, { id: organizationId }] = [await own.as('secretariat-lead'), await asSecretariat(own), own.organization];
    const draft = await entered(own);
    const input = { id: organizationId, reason: 'Dos sesiones sin asistencia.' };
    const heard = (status: string) =>
      eventually(
        async () =>
          (await rowsOf('repository', 'select from organization_copy where id = $1 and status = $2', [organizationId, status])).length ===
          1,
      );
    await world.edge.call(suspendOrganization, input, at(lead, 1));
    await heard('suspended');
    expect(await refusalOf(enter(organizationId, clerk))).toEqual(refused);
    expect(await refusalOf(submit(draft.id, clerk, draft.version))).toEqual(refused);
    const kept = await read(draft.id, clerk);
    expect([kept.status, kept.body.status, kept.body.version]).toEqual([200, 'draft', draft.version]);
    await world.edge.call(reinstateOrganization, input, at(lead, 2));
    await heard('active');
    const again = await enter(organizationId, clerk);
    expect(again.status).toBe(200);
    await world.edge.call(withdrawOrganization, input, at(lead, 3));
    await heard('withdrawn');
    expect(await refusalOf(enter(organizationId, clerk))).toEqual(refused);
    expect(await refusalOf(submit(again.body.id, clerk, again.body.version))).toEqual(refused);
  });

  it('nor for one of another network, or for none', async () => {
    const elsewhere = await openSetting(world);
    await known(elsewhere);
    for (const id of [elsewhere.organization.id, '01890000-0000-7000-8000-000000000000'])
      expect(await refusalOf(enter(id))).toEqual(refused);
    const { items } = await world.edge.call<{ items: PracticeRow[] }>(listEnteredPractices, {}, await asSecretariat(elsewhere));
    expect(items).toEqual([]);
  });
});
