import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Operation } from '@alianza/contracts/operation';
import { addComment, answerComment, resolveComment } from '@alianza/contracts/repository/review/comments';
import {
  editPractice,
  listOwnPractices,
  readPractice,
  submitPractice,
  type EditablePractice,
  type PracticeRow,
  type ReviewComment,
} from '@alianza/contracts/repository/practices';
import {
  assignReview,
  declinePractice,
  listReviews,
  publishPractice,
  readReview,
  requestChanges,
  type ReviewedPractice,
  type ReviewRow,
} from '@alianza/contracts/repository/reviews';
import { dismissGuest, guestDismissed, guestInvited, inviteGuest } from '@alianza/contracts/repository/review/guests';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { commented, revised, submitted } from '@alianza/testing/builders/practices';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';

let world: World;
let setting: Setting;
let titular: Person;
let reviewer: Person;
let inTwo: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [titular, reviewer] = [await asTitular(setting), await asReviewer(setting)];
  inTwo = await world.people.enrol('reviewer', setting.network, setting.organization);
}, 60_000);
afterAll(() => world.close());

const at = (person: Person, version: number): Person => ({ ...person, version });
const read = (id: string) => world.edge.call<ReviewedPractice>(readReview, { id }, reviewer);
const submit = ({ id, version }: EditablePractice) =>
  world.edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, at(titular, version));

/** What the author makes of the comments: an answer, a better figure, and hands it in again. */
async function reworked(practice: EditablePractice): Promise<EditablePractice> {
  const content = {
    ...practice.content,
    results: { original: 'es', es: 'En 2025 se cuidaron 1,200 horas por turnos.' },
    fiveRs: ['reduce'],
  };
  return submit(await world.edge.call<EditablePractice>(editPractice, { id: practice.id, content }, at(titular, practice.version)));
}

describe('a comment', () => {
  it('is kept with its answer, and the next review sees both beside what changed', async () => {
    const practice = await commented(setting);
    const [comment] = practice.comments;
    expect(comment).toMatchObject({ field: 'results', submission: 1, answer: null, resolvedAt: null });
    const answered = await world.edge.call<ReviewComment>(answerComment, { id: comment?.id, text: 'Es de 2025.' }, titular);
    expect(answered).toMatchObject({ answer: 'Es de 2025.', answeredAt: expect.any(String) });
    await reworked(practice);

    const again = await read(practice.id);
    expect(again.comments).toEqual([answered]);
    expect([again.submission, again.changes?.map(({ field }) => field)]).toEqual([2, ['results', 'fiveRs']]);
    expect(again.changes?.[0]?.texts[0]?.parts.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(again.changes?.[1]).toMatchObject({ added: ['reduce'], removed: ['recognize', 'redistribute'] });

    const resolved = await world.edge.call<ReviewComment>(resolveComment, { id: comment?.id }, reviewer);
    expect(await world.edge.call<ReviewComment>(resolveComment, { id: comment?.id }, reviewer)).toEqual(resolved);
    expect(await world.edge.refusal(answerComment, { id: comment?.id, text: 'Tarde.' }, titular)).toEqual([409, 'comment-not-open']);
  });

  it('on a next version leaves the whole change to be read, beside what was mended since', async () => {
    const draft = await revised(setting);
    const write = async ({ id, version, content }: EditablePractice, over: object) =>
      submit(await world.edge.call<EditablePractice>(editPractice, { id, content: { ...content, ...over } }, at(titular, version)));
    const first = await write(draft, { results: { original: 'es', es: 'En dos años se cuidaron 3,000 horas.' } });
    expect(await read(first.id)).toMatchObject({ changes: [{ field: 'results' }], sincePublished: null });
    const comments = [{ field: 'place', text: '¿En qué barrio?' }];
    const asked = await world.edge.call<EditablePractice>(requestChanges, { id: first.id, comments }, at(reviewer, first.version));
    const second = await write(asked, { place: 'Barrio Ejemplo' });
    expect(await read(second.id)).toMatchObject({
      changes: [{ field: 'place', added: ['Barrio Ejemplo'] }],
      sincePublished: [{ field: 'results' }, { field: 'place' }],
    });
  });

  it('that is still open lets the review ask again without repeating it; with nothing said, nothing is asked', async () => {
    const again = await reworked(await commented(setting));
    const asked = await world.edge.call<EditablePractice>(requestChanges, { id: again.id, comments: [] }, at(reviewer, again.version));
    expect(asked).toMatchObject({ status: 'changes-requested', comments: [{ resolvedAt: null }] });
    const fresh = await submitted(setting);
    expect(await world.edge.refusal(requestChanges, { id: fresh.id, comments: [] }, at(reviewer, fresh.version))).toEqual([
      422,
      'review-says-nothing',
    ]);
  });

  it('leaves what is handed in again to be taken again, whoever had it before', async () => {
    const first = await submitted(setting);
    const take = ({ id, version }: EditablePractice) =>
      world.edge.call<EditablePractice>(assignReview, { id, personId: reviewer.id }, at(reviewer, version));
    const isTaken = async () => {
      const { items } = await world.edge.call<{ items: PracticeRow[] }>(listOwnPractices, { limit: 100 }, titular);
      const { taken } = await world.edge.call<EditablePractice>(readPractice, { id: first.id }, titular);
      return [items.find(({ id }) => id === first.id)?.taken, taken];
    };
    const { version } = await take(first);
    expect(await isTaken()).toEqual([true, true]);
    const comments = [{ field: 'results', text: '¿De qué año?' }];
    const asked = await world.edge.call<EditablePractice>(requestChanges, { id: first.id, comments }, at(reviewer, version));
    expect(await isTaken()).toEqual([false, false]);
    const again = await reworked(asked);
    expect([again.taken, ...(await isTaken())]).toEqual([false, false, false]);
    await take(again);
    expect(await isTaken()).toEqual([true, true]);
  });

  it('without a decision reaches the author with the next decision, not before', async () => {
    const { id, version } = await submitted(setting);
    const said = await world.edge.call<ReviewComment>(addComment, { id, field: 'lessons', text: '¿Para quién?' }, reviewer);
    expect((await world.edge.call<EditablePractice>(readPractice, { id }, titular)).comments).toEqual([]);
    expect((await read(id)).comments).toEqual([said]);
    expect(await world.edge.refusal(answerComment, { id: said.id, text: 'Aún no.' }, titular)).toEqual([404, 'comment-not-found']);
    await world.edge.call(requestChanges, { id, comments: [] }, at(reviewer, version));
    expect((await world.edge.call<EditablePractice>(readPractice, { id }, titular)).comments).toEqual([said]);
  });

  it('is answered by its own organisation alone, and made by nobody who acts for it', async () => {
    const { id, comments } = await commented(setting);
    const other = await world.people.enrol('titular', setting.network, await world.people.openOrganization(setting.network));
    expect(await world.edge.refusal(answerComment, { id: comments[0]?.id, text: 'Ajena.' }, other)).toEqual([404, 'comment-not-found']);
    expect(await world.edge.refusal(resolveComment, { id: comments[0]?.id }, inTwo)).toEqual([403, 'practice-own-decision']);
    const waiting = await submitted(setting);
    expect(await world.edge.refusal(addComment, { id: waiting.id, field: 'title', text: '¿?' }, inTwo)).toEqual([
      403,
      'practice-own-decision',
    ]);
    expect(await world.edge.refusal(addComment, { id, field: 'title', text: '¿?' }, reviewer)).toEqual([409, 'practice-not-in-review']);
  });
});

describe('declining', () => {
  it('ends a practice with a reason that its author reads and that facts carry apart', async () => {
    const { id, version } = await submitted(setting);
    const reason = 'No trata de cuidados.';
    const declined = await world.edge.call<EditablePractice>(declinePractice, { id, reason }, at(reviewer, version));
    expect(declined).toMatchObject({ status: 'declined', declinedFor: reason, publishedAt: null });
    expect(await world.edge.call<EditablePractice>(readPractice, { id }, titular)).toMatchObject({ declinedFor: reason });
    expect(await world.edge.refusal(submitPractice, { id, terms: 1 }, at(titular, declined.version))).toEqual([
      409,
      'practice-not-submittable',
    ]);
    const [told] = await rowsOf<{ data: object }>(
      'repository',
      `select event -> 'data' as data from outbox where event ->> 'aggregateId' = $1 and event ->> 'subject' like '%.declined.%'`,
      [id],
    );
    expect(told?.data).toMatchObject({ status: 'declined', reason, title: declined.content.title });
  });

  it('of a next version leaves the published one as it was', async () => {
    const draft = await revised(setting);
    const handedIn = await reworked(draft);
    const comparison = await read(draft.id);
    expect(comparison.changes?.map(({ field }) => field)).toEqual(['results', 'fiveRs']);
    const input = { id: draft.id, reason: 'Aún no.' };
    const declined = await world.edge.call<EditablePractice>(declinePractice, input, at(reviewer, handedIn.version));
    expect(declined).toMatchObject({ status: 'published', declinedFor: 'Aún no.', content: { results: draft.content.results } });
  });
});

describe('the queue', () => {
  const own = async (setting_: Setting, assigned?: 'me' | 'nobody') =>
    world.edge.call<{ items: ReviewRow[]; total: number }>(listReviews, { assigned }, await asReviewer(setting_));

  it('says who has taken what, and shows mine or what nobody has', async () => {
    const other = await openSetting(world);
    const me = await asReviewer(other);
    const [mine, free] = [await submitted(other), await submitted(other)];
    const taken = await world.edge.call<EditablePractice>(assignReview, { id: mine.id, personId: me.id }, at(me, mine.version));
    expect((await own(other)).items.map(({ id, assignedTo }) => [id, assignedTo])).toEqual([
      [mine.id, me.id],
      [free.id, null],
    ]);
    expect((await own(other, 'me')).items.map(({ id }) => id)).toEqual([mine.id]);
    const author = await asTitular(other);
    const shown = await world.edge.call<{ items: PracticeRow[] }>(listOwnPractices, {}, author);
    const opened = await world.edge.call<EditablePractice>(readPractice, { id: mine.id }, author);
    expect([Object.fromEntries(shown.items.map((row) => [row.id, row.taken])), opened.taken, taken.taken, free.taken]).toEqual([
      { [mine.id]: true, [free.id]: false },
      ...[true, true, false],
    ]);
    expect(JSON.stringify([shown, opened])).not.toContain(me.id);
    expect(await own(other, 'nobody')).toMatchObject({ items: [{ id: free.id }], total: 1 });
    const given = { id: mine.id, personId: (await asTitular(other)).id };
    expect(await world.edge.refusal(assignReview, given, at(me, taken.version))).toEqual([422, 'reviewer-not-found']);
    const returned = await world.edge.call<EditablePractice>(assignReview, { id: mine.id, personId: null }, at(me, taken.version));
    expect((await own(other, 'me')).total).toBe(0);
    await world.edge.call(publishPractice, { id: mine.id }, at(me, returned.version));
  });
});

describe('the title in a list', () => {
  it('is in the language of who reads, where there is one in it', async () => {
    const other = await openSetting(world);
    await submitted(other, { title: { original: 'es', es: 'Relevos de noche', en: 'Night shifts' } });
    const me = await asReviewer(other);
    const titleIn = async (lang: string) =>
      (await world.edge.call<{ items: ReviewRow[] }>(listReviews, { lang }, me)).items.map(({ title }) => title);
    expect([await titleIn('es'), await titleIn('en')]).toEqual([['Relevos de noche'], ['Night shifts']]);
  });
});

describe('a guest', () => {
  it('reads and comments on what they were invited to, and nothing else, and never decides', async () => {
    const [guest, secretariat] = [await setting.as('external-reviewer'), await asSecretariat(setting)];
    const [asked, other] = [await submitted(setting), await submitted(setting)];
    const seen = async () => (await world.edge.call<{ items: ReviewRow[] }>(listReviews, {}, guest)).items.map(({ id }) => id);
    expect(await world.edge.refusal(readReview, { id: asked.id }, guest)).toEqual([404, 'practice-not-found']);
    const input = { id: asked.id, personId: guest.id };
    expect(await world.edge.refusal(inviteGuest, { ...input, personId: reviewer.id }, secretariat)).toEqual([422, 'reviewer-not-found']);
    for (const _again of [1, 2])
      expect((await world.edge.call<{ items: object[] }>(inviteGuest, input, secretariat)).items).toHaveLength(1);
    expect(await seen()).toEqual([asked.id]);
    expect(await world.edge.refusal(readReview, { id: other.id }, guest)).toEqual([404, 'practice-not-found']);

    const comment = { id: asked.id, field: 'results', text: 'La cifra no coincide con la fuente.' };
    expect(await world.edge.call<ReviewComment>(addComment, comment, guest)).toMatchObject({ external: true });
    expect(await world.edge.refusal(publishPractice, { id: asked.id }, at(guest, asked.version))).toEqual([403, 'forbidden']);
    await world.edge.call(dismissGuest, input, secretariat);
    expect(await seen()).toEqual([]);
    expect(await world.edge.refusal(addComment, comment, guest)).toEqual([404, 'practice-not-found']);
    expect((await read(asked.id)).comments).toEqual([expect.objectContaining({ external: true })]);
  });

  it('is invited, dismissed and invited anew once, by however many at once', async () => {
    const [guest, secretariat] = [await setting.as('external-reviewer'), await asSecretariat(setting)];
    const { id } = await submitted(setting);
    const input = { id, personId: guest.id };
    const atOnce = async (operation: Operation, key?: string) => {
      const send = () => world.edge.send<{ items: object[] }>(operation, input, key === undefined ? secretariat : { ...secretariat, key });
      const answers = await Promise.all([send(), send(), send(), send(), send(), send()]);
      return answers.map(({ status, body }) => [status, body.items.length]);
    };
    const facts = async ({ subject }: typeof guestInvited) =>
      (
        await rowsOf('repository', `select 1 from outbox where event ->> 'subject' = $1 and event -> 'data' ->> 'practiceId' = $2`, [
          subject,
          id,
        ])
      ).length;
    const told = async () => [await facts(guestInvited), await facts(guestDismissed)];
    const [there, gone] = [Array(6).fill([200, 1]), Array(6).fill([200, 0])];
    expect([await atOnce(inviteGuest, randomUUID()), await told()]).toEqual([there, [1, 0]]);
    expect([await atOnce(inviteGuest), await told()]).toEqual([there, [1, 0]]);
    expect([await atOnce(dismissGuest), await told()]).toEqual([gone, [1, 1]]);
    expect([await atOnce(inviteGuest), await told()]).toEqual([there, [2, 1]]);
    expect(await rowsOf('repository', 'select 1 from review_guest where practice_id = $1', [id])).toHaveLength(1);
  });

  it('is asked about while nobody holds the practice: who writes on it does not wait for membership', async () => {
    const [guest, secretariat] = [await setting.as('external-reviewer'), await asSecretariat(setting)];
    const { id } = await submitted(setting);
    const operations = world.service('repository').get(OperationsClient, { strict: false });
    const ask = operations.ask.bind(operations);
    const held: object[][] = [];
    const asking = jest.spyOn(operations, 'ask').mockImplementation(async (...asked: Parameters<typeof ask>) => {
      held.push(await rowsOf('repository', 'select id from practice where id = $1 for update nowait', [id]));
      return ask(...asked);
    });
    const { status } = await world.edge.send(inviteGuest, { id, personId: guest.id }, secretariat).finally(() => asking.mockRestore());
    expect([status, held]).toEqual([200, [[{ id }]]]);
  });
});
