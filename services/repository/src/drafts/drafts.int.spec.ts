import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmImport } from '@alianza/contracts/repository/imports';
import { editPractice, readPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { callBackPractice, discardPractice } from '@alianza/contracts/repository/review/drafts';
import { addComment } from '@alianza/contracts/repository/review/comments';
import { dismissGuest, inviteGuest } from '@alianza/contracts/repository/review/guests';
import {
  assignReview,
  listReviews,
  publishPractice,
  readReview,
  requestChanges,
  type ReviewRow,
} from '@alianza/contracts/repository/reviews';
import { draftedWithFiles } from '@alianza/testing/builders/files/record-files';
import { checkedImport, csvOf, settledImport } from '@alianza/testing/builders/imports';
import { commented, drafted, entered, revised, submitted } from '@alianza/testing/builders/practices';
import { untilNotified } from '@alianza/testing/builders/states';
import { refusalOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';

let world: World;
let setting: Setting;
let titular: Person;
let reviewer: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [titular, reviewer] = [await asTitular(setting), await asReviewer(setting)];
}, 60_000);
afterAll(() => world.close());

const at = (person: Person, { version }: { version: number }): Person => ({ ...person, version });
const subjects = async (id: string) => {
  const query = `select event ->> 'subject' as subject from outbox where event ->> 'aggregateId' = $1 order by position`;
  return (await rowsOf<{ subject: string }>('repository', query, [id])).map(({ subject }) => subject.split('.').at(-2));
};

describe('a draft that was never published', () => {
  it('is thrown away with its files; its facts stay, without a title', async () => {
    const { id, version } = (await draftedWithFiles(setting)).practice;
    const files = (of = id) => rowsOf('repository', 'select id from record_file where practice_id = $1', [of]);
    expect((await files()).length).toBeGreaterThan(0);
    const leftover = (await draftedWithFiles(setting)).practice;
    const forTheNight = randomUUID();
    await rowsOf('repository', 'update record_file set practice_id = $1 where practice_id = $2', [forTheNight, leftover.id]);
    expect(await refusalOf(world.edge.send(discardPractice, { id }, { ...titular, version: version + 1 }))).toEqual([412, 'version-stale']);
    const other = await openSetting(world);
    expect(await refusalOf(world.edge.send(discardPractice, { id }, { ...(await asTitular(other)), version }))).toEqual([
      404,
      'practice-not-found',
    ]);
    await world.edge.call(discardPractice, { id }, { ...titular, version });
    expect(await refusalOf(world.edge.send(readPractice, { id }, titular))).toEqual([404, 'practice-not-found']);
    expect(await refusalOf(world.edge.send(discardPractice, { id }, { ...titular, version }))).toEqual([404, 'practice-not-found']);
    await eventually(async () => (await files()).length === 0);
    expect(await files(forTheNight)).toHaveLength(2); // whoever throws one away waits for no walk through all
    const facts = await rowsOf<{ event: object }>(
      'repository',
      `select event from outbox where event ->> 'aggregateId' = $1 and event ->> 'subject' like '%.discarded.%'`,
      [id],
    );
    expect([JSON.stringify(facts).includes('Relevos'), await subjects(id)]).toEqual([false, ['drafted', 'edited', 'discarded']]);
  });

  it('goes with what a review said of it, and never once it was public or while it is reviewed', async () => {
    const sentBack = await commented(setting);
    await world.edge.call(discardPractice, { id: sentBack.id }, at(titular, sentBack));
    const query = `select practice_id from review_comment where practice_id = $1 union all select practice_id from practice_submission where practice_id = $1`;
    expect(await rowsOf('repository', query, [sentBack.id])).toEqual([]);
    const [inReview, next] = [await submitted(setting), await revised(setting)];
    expect(await refusalOf(world.edge.send(discardPractice, { id: inReview.id }, at(titular, inReview)))).toEqual([
      409,
      'practice-not-editable',
    ]);
    expect(await refusalOf(world.edge.send(discardPractice, { id: next.id }, at(titular, next)))).toEqual([
      409,
      'practice-published-before',
    ]);
  });

  it('is known to no sheet any more: the same one makes it again', async () => {
    const [own, bytes] = [
      await asSecretariat(setting),
      csvOf([
        ['Título', 'Resumen'],
        [`Hoja ${randomUUID()} (ficticia)`, 'Algo.'],
      ]),
    ];
    const made = async () => {
      const checked = await checkedImport(setting, { bytes, as: 'drafts' });
      const { id, digest } = checked;
      expect(checked.counts).toMatchObject({ create: 1, same: 0 });
      expect((await world.edge.send(confirmImport, { id, digest }, own)).status).toBe(200);
      expect((await settledImport(setting, id)).result).toMatchObject({ created: 1 });
      const [row] = await rowsOf<{ id: string }>('repository', 'select practice_id as id from practice_import_row where import_id = $1', [
        id,
      ]);
      return row?.id ?? '';
    };
    const known = () => rowsOf('repository', 'select identity from practice_import_identity where practice_id = $1', [draftId]);
    const draftId = await made();
    expect(await known()).toHaveLength(1);
    await world.edge.call(discardPractice, { id: draftId }, at(own, { version: 1 }));
    expect(await known()).toEqual([]);
    const second = await made();
    // as a version of before left them
    await rowsOf('repository', 'update practice_import_identity set practice_id = $1 where practice_id = $2', [draftId, second]);
    await made();
    expect(await known()).toEqual([]);
  });

  it('is no longer the secretariat’s to throw away once its organisation has written in what was entered for it', async () => {
    const [untouched, corrected, staff] = [await entered(setting), await entered(setting), await asSecretariat(setting)];
    const { id, content } = corrected;
    const edit = async (who: Person, practice: EditablePractice) =>
      world.edge.call<EditablePractice>(editPractice, { id, content: { ...content, place: who.id } }, at(who, practice));
    const theirs = await edit(titular, await edit(staff, corrected));
    expect(await refusalOf(world.edge.send(discardPractice, { id }, at(staff, theirs)))).toEqual([409, 'practice-owner-wrote']);
    await world.edge.call(discardPractice, { id: untouched.id }, at(staff, untouched));
    await world.edge.call(discardPractice, { id }, at(titular, theirs));
  });

  it('is either handed in or thrown away, whoever is faster', async () => {
    const draft = await drafted(setting);
    const sent = await Promise.all([
      world.edge.send(submitPractice, { id: draft.id, terms: 1 }, at(titular, draft)),
      world.edge.send(discardPractice, { id: draft.id }, at(titular, draft)),
    ]);
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await world.edge.send(readPractice, { id: draft.id }, titular)).status).toBe(sent[0].status === 200 ? 200 : 404);
  });
});

describe('what was handed in', () => {
  const waiting = async () =>
    (await world.edge.call<{ items: ReviewRow[] }>(listReviews, { limit: 100 }, reviewer)).items.map(({ id }) => id);
  const callBack = (practice: EditablePractice) =>
    world.edge.call<EditablePractice>(callBackPractice, { id: practice.id }, at(titular, practice));

  it('comes back while nobody has taken it up, leaves the queue, and is handed in again as if for the first time', async () => {
    const practice = await submitted(setting);
    const { id } = practice;
    expect(await waiting()).toContain(id);
    const editor = await setting.as('editor');
    expect((await world.edge.send(callBackPractice, { id }, at(editor, practice))).status).toBe(403);
    const back = await callBack(practice);
    expect([back.status, back.submission]).toEqual(['draft', 0]);
    expect(await waiting()).not.toContain(id);
    expect(await refusalOf(world.edge.send(readReview, { id }, reviewer))).toEqual([404, 'practice-not-found']);
    await eventually(async () =>
      (await untilNotified(setting, reviewer)).some(({ title }) => title === 'Una práctica salió de la revisión'),
    );
    expect(await refusalOf(world.edge.send(callBackPractice, { id }, at(titular, back)))).toEqual([409, 'practice-not-in-review']);
    const edited = await world.edge.call<EditablePractice>(editPractice, { id, content: back.content }, at(titular, back));
    const again = await world.edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, at(titular, edited));
    expect([again.status, again.submission]).toEqual(['submitted', 1]);
    expect(await subjects(id)).toEqual(['drafted', 'submitted', 'called-back', 'edited', 'submitted']);
  });

  it('stays with whoever has taken it or said something of it', async () => {
    const [taken, commentedOn] = [await submitted(setting), await submitted(setting)];
    const assigned = await world.edge.call<EditablePractice>(assignReview, { id: taken.id, personId: reviewer.id }, at(reviewer, taken));
    expect(await refusalOf(world.edge.send(callBackPractice, { id: taken.id }, at(titular, assigned)))).toEqual([409, 'practice-taken-up']);
    await world.edge.call(addComment, { id: commentedOn.id, field: 'results', text: '¿De qué año?' }, reviewer);
    expect(await refusalOf(world.edge.send(callBackPractice, { id: commentedOn.id }, at(titular, commentedOn)))).toEqual([
      409,
      'practice-taken-up',
    ]);
    const released = await world.edge.call<EditablePractice>(assignReview, { id: taken.id, personId: null }, at(reviewer, assigned));
    expect((await callBack(released)).status).toBe('draft');
  });

  it('stays the second time with whoever took it then, and not with who had it before', async () => {
    const { id, version } = await submitted(setting);
    const assign = (practice: { version: number }) =>
      world.edge.call<EditablePractice>(assignReview, { id, personId: reviewer.id }, at(reviewer, practice));
    const comments = [{ field: 'results', text: '¿De qué año?' }];
    const taken = await assign({ version });
    const sentBack = await world.edge.call<EditablePractice>(requestChanges, { id, comments }, at(reviewer, taken));
    const submit = (practice: EditablePractice) =>
      world.edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, at(titular, practice));
    const again = await submit(await callBack(await submit(sentBack)));
    const takenAgain = await assign(again);
    expect(await refusalOf(world.edge.send(callBackPractice, { id }, at(titular, takenAgain)))).toEqual([409, 'practice-taken-up']);
  });

  it('stays while somebody from outside was asked to read it', async () => {
    const [practice, guest, staff] = [await submitted(setting), await setting.as('external-reviewer'), await asSecretariat(setting)];
    const invited = { id: practice.id, personId: guest.id };
    await world.edge.call(inviteGuest, invited, staff);
    expect(await refusalOf(world.edge.send(callBackPractice, { id: practice.id }, at(titular, practice)))).toEqual([
      409,
      'practice-taken-up',
    ]);
    await world.edge.call(dismissGuest, invited, staff);
    expect((await callBack(practice)).status).toBe('draft');
  });

  it('is again what the review had sent back, with what it had said', async () => {
    const sentBack = await commented(setting);
    const again = await world.edge.call<EditablePractice>(submitPractice, { id: sentBack.id, terms: 1 }, at(titular, sentBack));
    const back = await callBack(again);
    expect([back.status, back.submission, back.comments.length]).toEqual(['changes-requested', 1, 1]);
  });

  it('is either decided or called back, whoever is faster', async () => {
    const practice = await submitted(setting);
    const sent = await Promise.all([
      world.edge.send(publishPractice, { id: practice.id }, at(reviewer, practice)),
      world.edge.send(callBackPractice, { id: practice.id }, at(titular, practice)),
    ]);
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
