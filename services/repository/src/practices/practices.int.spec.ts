import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  draftPractice,
  editPractice,
  getPractice,
  listOwnPractices,
  readPractice,
  submitPractice,
  type EditablePractice,
  type PracticeRow,
  type PublishedPractice,
} from '@alianza/contracts/repository/practices';
import { confirmTranslation } from '@alianza/contracts/repository/review/translations';
import { listReviews, publishPractice, readReview, requestChanges } from '@alianza/contracts/repository/reviews';
import { completeContent, drafted, published, submitted } from '@alianza/testing/builders/practices';
import { refusalOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
let titular: Person;
let reviewer: Person;
let neighbour: Person;
let inTwo: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [titular, reviewer] = [await asTitular(setting), await asReviewer(setting)];
  const other = await world.people.openOrganization(setting.network);
  neighbour = await world.people.enrol('titular', setting.network, other);
  inTwo = await world.people.enrol('reviewer', setting.network, setting.organization);
}, 60_000);
afterAll(() => world.close());

const versioned = (person: Person, version: number): Person => ({ ...person, version });
const events = async (id: string) => {
  const rows = await rowsOf<{ event: { subject: string; data: object } }>(
    'repository',
    `select event from outbox where event ->> 'aggregateId' = $1 order by position`,
    [id],
  );
  return rows.map(({ event }) => ({ verb: event.subject.split('.').at(-2), data: event.data }));
};

describe('from draft to publication', () => {
  it('is written, handed in, sent back, handed in again and published', async () => {
    const draft = await drafted(setting, { title: { original: 'es', es: 'Bancos de horas para cuidar (ficticia)' } });
    expect(draft).toMatchObject({ status: 'draft', slug: null, missing: [], organization: { id: setting.organization.id } });
    const handedIn = await world.edge.call<EditablePractice>(submitPractice, { id: draft.id, terms: 1 }, versioned(titular, draft.version));
    const comments = [{ field: 'results', text: '¿De qué año es esta cifra?' }];
    const asked = await world.edge.call<EditablePractice>(
      requestChanges,
      { id: draft.id, comments },
      versioned(reviewer, handedIn.version),
    );
    expect(asked).toMatchObject({ status: 'changes-requested', comments });
    const content = { ...asked.content, results: { original: 'es', es: 'En 2025 se cuidaron 1,200 horas.' } };
    const edited = await world.edge.call<EditablePractice>(editPractice, { id: draft.id, content }, versioned(titular, asked.version));
    const again = await world.edge.call<EditablePractice>(submitPractice, { id: draft.id, terms: 1 }, versioned(titular, edited.version));
    const decided = await world.edge.call<EditablePractice>(publishPractice, { id: draft.id }, versioned(reviewer, again.version));
    expect(decided).toMatchObject({ status: 'published', slug: 'bancos-de-horas-para-cuidar-ficticia', submission: 2, version: 6 });
    expect(decided.comments).toEqual([expect.objectContaining({ submission: 1, resolvedAt: expect.any(String) })]);

    const page = await world.edge.call<PublishedPractice>(
      getPractice,
      { slug: decided.slug },
      { network: setting.network.code, lang: 'en' },
    );
    expect(page).toMatchObject({
      title: 'Bancos de horas para cuidar (ficticia)',
      licence: 'CC-BY-4.0',
      translations: ['es'],
      owner: expect.stringContaining('(ficticia)'),
      version: 1, // of what the public reads, not of the draft behind it
    });
    expect(page.languages).toMatchObject({ title: 'es', results: 'es' });
    const told = await events(draft.id);
    expect(told.map(({ verb }) => verb)).toEqual(['drafted', 'submitted', 'changes-requested', 'edited', 'submitted', 'published']);
    expect(told[0]?.data).toEqual({ status: 'draft', organizationId: setting.organization.id, practiceType: 'good-practice' });
  });

  it('says what is missing before it can be handed in', async () => {
    const draft = await drafted(setting, { lessons: null, sources: [] });
    expect(draft.missing).toEqual(['lessons', 'sources']);
    const { status, body } = await world.edge.send(submitPractice, { id: draft.id, terms: 1 }, versioned(titular, draft.version));
    expect([status, body.code]).toEqual([422, 'practice-incomplete']);
    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: '/content/lessons' }),
      expect.objectContaining({ pointer: '/content/sources' }),
    ]);
  });

  it('gives each its own address', async () => {
    const title = { original: 'es', es: 'Comedor de barrio (ficticia)' } as const;
    const all = await Promise.all([1, 2, 3].map(() => published(setting, { title })));
    expect(all.map(({ slug }) => slug).sort()).toEqual([
      'comedor-de-barrio-ficticia',
      'comedor-de-barrio-ficticia-2',
      'comedor-de-barrio-ficticia-3',
    ]);
  });

  it('refuses an edit of another version, and of what is in review', async () => {
    const { id, version, content } = await submitted(setting);
    expect(await refusalOf(world.edge.send(editPractice, { id, content }, versioned(titular, version)))).toEqual([
      409,
      'practice-not-editable',
    ]);
    expect(await refusalOf(world.edge.send(editPractice, { id, content }, versioned(titular, 1)))).toEqual([412, 'version-stale']);
    expect(await refusalOf(world.edge.send(submitPractice, { id, terms: 1 }, versioned(titular, version)))).toEqual([
      409,
      'practice-not-submittable',
    ]);
  });
});

describe('who may what', () => {
  it('shows a draft to its organisation and to nobody else', async () => {
    const { id, version, content } = await drafted(setting);
    expect(await refusalOf(world.edge.send(readPractice, { id }, titular))).toEqual([200, undefined]);
    for (const person of [neighbour, await asSecretariat(setting)]) {
      expect(await refusalOf(world.edge.send(readPractice, { id }, person))).toEqual([404, 'practice-not-found']);
      expect(await refusalOf(world.edge.send(editPractice, { id, content }, versioned(person, version)))).toEqual([
        404,
        'practice-not-found',
      ]);
    }
    expect(await refusalOf(world.edge.send(readReview, { id }, reviewer))).toEqual([404, 'practice-not-found']);
    expect(await refusalOf(world.edge.send(publishPractice, { id }, versioned(reviewer, version)))).toEqual([404, 'practice-not-found']);
  });

  it('lets nobody decide on a record of an organisation they act for', async () => {
    const { id, version } = await submitted(setting);
    expect(await refusalOf(world.edge.send(readReview, { id }, inTwo))).toEqual([200, undefined]);
    expect(await refusalOf(world.edge.send(publishPractice, { id }, versioned(inTwo, version)))).toEqual([403, 'practice-own-decision']);
  });

  it('publishes once', async () => {
    const { id, version } = await submitted(setting);
    const both = await Promise.all([1, 2].map(() => world.edge.send(publishPractice, { id }, versioned(reviewer, version))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await events(id)).filter(({ verb }) => verb === 'published')).toHaveLength(1);
    expect(
      await refusalOf(
        world.edge.send(requestChanges, { id, comments: [{ field: 'title', text: '¿?' }] }, versioned(reviewer, version + 1)),
      ),
    ).toEqual([409, 'practice-not-in-review']);
  });
});

describe('a translation', () => {
  it('is told to be older than its original until it is written anew or found right', async () => {
    const summary = { original: 'es', es: 'Vecinas que se turnan para cuidar.', en: 'Neighbours who take turns caring.' } as const;
    const { id, content, stale, version } = await drafted(setting, { summary });
    const edit = (es: string, at: number) =>
      world.edge.call<EditablePractice>(editPractice, { id, content: { ...content, summary: { ...summary, es } } }, versioned(titular, at));
    const later = await edit('Vecinas que se turnan para cuidar de noche.', version);
    expect([stale, later.stale]).toEqual([[], [{ field: 'summary', language: 'en' }]]);
    const right = await world.edge.call<EditablePractice>(
      confirmTranslation,
      { id, field: 'summary', language: 'en' },
      versioned(titular, later.version),
    );
    expect([right.stale, right.content.summary]).toEqual([[], later.content.summary]);
    expect((await edit('Vecinas que cuidan por turnos.', right.version)).stale).toHaveLength(1);
    expect((await world.edge.call<EditablePractice>(readPractice, { id }, titular)).stale).toHaveLength(1);
  });
});

describe('lists', () => {
  it('show an organisation its own, the last changed first, page by page', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const person = await world.people.enrol('editor', setting.network, organization);
    const ids: string[] = [];
    for (let turn = 0; turn < 5; turn++)
      ids.unshift((await world.edge.call<EditablePractice>(draftPractice, { content: completeContent() }, person)).id);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page: { items: PracticeRow[]; nextCursor: string | null } = await world.edge.call(
        listOwnPractices,
        { limit: 2, cursor: cursor ?? undefined },
        person,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(ids);
    const none = await world.edge.call<{ items: PracticeRow[] }>(listOwnPractices, { status: 'submitted' }, person);
    expect(none.items).toEqual([]);
  });

  it('show reviewers what waits, the longest waiting first, with its organisation', async () => {
    const own = await openSetting(world);
    const [first, second] = [await submitted(own), await submitted(own)];
    await drafted(own);
    const { items, total } = await eventually(async () => {
      const list = await world.edge.call<{ items: PracticeRow[]; total: number }>(listReviews, {}, await asReviewer(own));
      return list.items.every(({ organization }) => organization !== '') && list;
    });
    expect([items.map(({ id }) => id), total]).toEqual([[first.id, second.id], 2]);
    const { nextCursor } = await world.edge.call<{ nextCursor: string }>(listReviews, { limit: 1 }, await asReviewer(own));
    const rest = await world.edge.call<{ items: PracticeRow[] }>(listReviews, { limit: 1, cursor: nextCursor }, await asReviewer(own));
    expect(rest.items.map(({ id }) => id)).toEqual([second.id]);
  });
});
