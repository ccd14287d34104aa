import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getPractice } from '@alianza/contracts/repository/practices';
import {
  askReplication,
  confirmReplication,
  draftReplication,
  editReplication,
  listOwnReplications,
  listReceivedReplications,
  listReplications,
  readReplication,
  refuseReplication,
  tellReplication,
  withdrawReplication,
  type Replication,
  type ReplicationRow,
} from '@alianza/contracts/repository/replications';
import type { OutputOf } from '@alianza/contracts/operation';
import { searchPractices, type SearchResult } from '@alianza/contracts/repository/search';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { draftedBy, networkPractice, originPractice, replicationContent, replicator, toldBy } from '@alianza/testing/builders/replications';
import { turn } from '@alianza/testing/builders/standing';
import { untilNotified } from '@alianza/testing/builders/states';
import { refusalOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
/** Answers for the practice. */
let origin: Person;
/** Repeated it. */
let other: Person;
let practice: { id: string; slug: string };

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [origin, other] = [await asTitular(setting), await replicator(setting)];
  const { id, slug } = await originPractice(setting);
  practice = { id, slug: slug ?? '' };
}, 60_000);
afterAll(() => world.close());

const at = (person: Person, { version }: { version: number }): Person => ({ ...person, version });
type Register = OutputOf<typeof listReplications>;
const register = (asked: object = { practice: practice.slug }, lang = 'es') =>
  world.edge.call<Register>(listReplications, { limit: 50, ...asked }, { network: setting.network.code, lang });
const told = () => toldBy(setting, other, practice.id);
const verbs = async (id: string) => {
  const rows = await rowsOf<{ subject: string }>(
    'repository',
    `select event ->> 'subject' as subject from outbox where event ->> 'aggregateId' = $1 order by position`,
    [id],
  );
  return rows.map(({ subject }) => subject.split('.').at(-2));
};

describe('from «we did this too» to the record', () => {
  it('is drafted, told, asked about, answered, confirmed, read by the public and taken back', async () => {
    const draft = await draftedBy(setting, other, practice.id, { result: null });
    expect(draft).toMatchObject({
      status: 'draft',
      missing: ['result'],
      origin: { id: setting.organization.id },
      may: ['edit', 'tell', 'withdraw'],
    });
    const early = await world.edge.send(tellReplication, { id: draft.id }, at(other, draft));
    expect([early.status, early.body.code]).toEqual([422, 'replication-incomplete']);
    expect(early.body.errors).toEqual([expect.objectContaining({ pointer: '/content/result' })]);
    const content = replicationContent();
    const edited = await world.edge.call<Replication>(editReplication, { id: draft.id, content }, at(other, draft));
    const sent = await world.edge.call<Replication>(tellReplication, { id: draft.id }, at(other, edited));
    expect(sent).toMatchObject({ status: 'told', may: ['withdraw'] });

    const seen = await world.edge.call<Replication>(readReplication, { id: draft.id }, origin);
    expect(seen.may).toEqual(['ask', 'confirm', 'refuse']);
    const asked = await world.edge.call<Replication>(askReplication, { id: draft.id, text: '¿Cuántas personas?' }, at(origin, seen));
    expect(asked).toMatchObject({ status: 'asked', may: [] });
    const answered = await world.edge.call<Replication>(tellReplication, { id: draft.id, answer: 'Doce.' }, at(other, asked));
    expect(await refusalOf(world.edge.send(askReplication, { id: draft.id, text: '¿Y horas?' }, at(origin, answered)))).toEqual([
      409,
      'replication-asked-already',
    ]);
    expect((await register()).items).toEqual([]);
    const confirmed = await world.edge.call<Replication>(confirmReplication, { id: draft.id }, at(origin, answered));
    expect(confirmed.history.map(({ status, text }) => [status, text])).toEqual([
      ['draft', null],
      ['told', null],
      ['asked', '¿Cuántas personas?'],
      ['told', 'Doce.'],
      ['confirmed', null],
    ]);

    const found = await eventually(async () => {
      const { items } = await register({ practice: practice.slug }, 'en');
      return items.find(({ id }) => id === draft.id);
    });
    expect(found).toMatchObject({ place: content.place, result: content.result?.es, languages: { result: 'es' }, source: content.source });
    await eventually(async () => (await register({ practice: practice.slug })).items[0]?.organization.name.includes('(ficticia)'));

    const taken = await world.edge.call<Replication>(withdrawReplication, { id: draft.id }, at(other, confirmed));
    expect([taken.status, taken.history.at(-2)?.status]).toEqual(['withdrawn', 'confirmed']);
    await eventually(async () => (await register()).total === 0);
    expect(await verbs(draft.id)).toEqual(['drafted', 'edited', 'told', 'asked', 'told', 'confirmed', 'withdrawn']);
  });

  it('counts on the record, in search and by organisation', async () => {
    for (const each of [await told(), await told()]) await world.edge.call(confirmReplication, { id: each.id }, at(origin, each));
    const all = await eventually(async () => {
      const { total, organizations, items } = await register({});
      return total === 2 && { organizations, items };
    });
    expect(all.organizations).toEqual([expect.objectContaining({ value: other.actingFor, count: 2 })]);
    expect((await register({ organization: other.actingFor })).total).toBe(2);
    const ofOrigin = await register({ origin: origin.actingFor });
    expect([ofOrigin.total, ofOrigin.items.map(({ id }) => id)]).toEqual([2, all.items.map(({ id }) => id)]);
    expect((await register({ origin: other.actingFor })).total).toBe(0);
    expect((await register({ organization: origin.actingFor })).total).toBe(0);
    const { title } = await world.edge.call<{ title: string }>(getPractice, { slug: practice.slug }, { network: setting.network.code });
    const search = await world.edge.call<SearchResult>(searchPractices, { q: title }, { network: setting.network.code });
    expect(search.items.find(({ slug }) => slug === practice.slug)).toMatchObject({ replications: 2 });
    const page = await fetch(`${world.origin}/${setting.network.code}/practicas/${practice.slug}`);
    expect(await page.text()).toContain('Ladera Imaginaria');
  });

  it('is refused with a reason that both sides read, and the public does not', async () => {
    const { id, version } = await told();
    const reason = 'Es otra práctica: no hubo turnos.';
    await world.edge.call(refuseReplication, { id, reason }, { ...origin, version });
    const seen = await world.edge.call<Replication>(readReplication, { id }, other);
    expect([seen.status, seen.history.at(-1)?.text, seen.may]).toEqual(['refused', reason, []]);
    expect((await register()).items.map((item) => item.id)).not.toContain(id);
  });

  it('tells both sides', async () => {
    const { id } = await told();
    const notices = await eventually(async () => {
      const items = await untilNotified(setting, origin);
      return items.some(({ title }) => title === 'Réplica por confirmar') && items;
    });
    expect(notices.length).toBeGreaterThan(0);
    const mails = await eventually(async () => {
      const answer = await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(origin.email)}`);
      const messages = (await answer.json()) as { subject: string; links: string[] }[];
      return messages.find(({ links }) => links.some((link) => link.includes(`/miembro/replicas/${id}`)));
    });
    expect(mails.subject).toMatch(/dice que repitió «/);
  });
});

describe('who may what', () => {
  it('shows a draft to its organisation alone, and lets an editor write what only its titular tells', async () => {
    const { id, version } = await draftedBy(setting, other, practice.id);
    expect(await refusalOf(world.edge.send(readReplication, { id }, origin))).toEqual([404, 'replication-not-found']);
    expect(await refusalOf(world.edge.send(confirmReplication, { id }, { ...origin, version }))).toEqual([404, 'replication-not-found']);
    const editor = await world.people.enrol('editor', setting.network, { id: other.actingFor ?? '', slug: '' });
    const edited = await world.edge.call<Replication>(editReplication, { id, content: replicationContent() }, { ...editor, version });
    expect(edited.may).toEqual(['edit']);
    expect(await refusalOf(world.edge.send(tellReplication, { id }, at(editor, edited)))).toEqual([403, 'forbidden']);
  });

  it('takes nobody’s own practice, none that is not public, and nobody who represents no member', async () => {
    const content = replicationContent();
    expect(await refusalOf(world.edge.send(draftReplication, { practiceId: practice.id, content }, origin))).toEqual([
      422,
      'replication-own-practice',
    ]);
    const nowhere = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(await refusalOf(world.edge.send(draftReplication, { practiceId: nowhere, content }, other))).toEqual([
      404,
      'practice-not-found',
    ]);
    expect(await refusalOf(world.edge.send(draftReplication, { practiceId: practice.id, content }, await asSecretariat(setting)))).toEqual([
      403,
      'replication-for-organization',
    ]);
  });

  it('lets the secretariat confirm where the record is the network’s, unless they represent who told it', async () => {
    const { id } = await networkPractice(setting);
    const mine = await toldBy(setting, other, id);
    expect(await refusalOf(world.edge.send(confirmReplication, { id: mine.id }, at(origin, mine)))).toEqual([404, 'replication-not-found']);
    const both = await world.people.enrol('secretariat', setting.network, { id: other.actingFor ?? '', slug: '' });
    expect(await refusalOf(world.edge.send(confirmReplication, { id: mine.id }, at(both, mine)))).toEqual([
      403,
      'replication-own-decision',
    ]);
    const secretariat = await asSecretariat(setting);
    const queue = await world.edge.call<{ items: ReplicationRow[]; total: number }>(listReceivedReplications, {}, secretariat);
    expect([queue.total, queue.items.map((row) => row.id)]).toEqual([1, [mine.id]]);
    const confirmed = await world.edge.call<Replication>(confirmReplication, { id: mine.id }, at(secretariat, mine));
    expect(confirmed).toMatchObject({ status: 'confirmed', origin: null });
  });

  it('decides once, whoever is faster', async () => {
    const mine = await told();
    const reason = 'Es otra práctica.';
    const answers = await Promise.all([
      world.edge.send(confirmReplication, { id: mine.id }, at(origin, mine)),
      world.edge.send(refuseReplication, { id: mine.id, reason }, at(origin, mine)),
      world.edge.send(withdrawReplication, { id: mine.id }, at(other, mine)),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [row] = await rowsOf<{ published: boolean; status: string }>(
      'repository',
      `select status, exists (select 1 from published_replication p where p.replication_id = r.id) as published from replication r where id = $1`,
      [mine.id],
    );
    expect(row?.published).toBe(row?.status === 'confirmed');
  });
});

describe('a practice that is withdrawn', () => {
  it('keeps what was confirmed, and nothing more is', async () => {
    const own = await openSetting(world);
    const [teller, titular] = [await replicator(own), await asTitular(own)];
    const { id, slug, version } = await originPractice(own);
    const [first, late] = [await toldBy(own, teller, id), await toldBy(own, teller, id)];
    await world.edge.call(confirmReplication, { id: first.id }, at(titular, first));
    const input = { ...(withdrawPractice.example.input as object), id };
    await world.edge.call(withdrawPractice, input, { ...titular, version });
    const ended = await world.edge.call<Replication>(readReplication, { id: late.id }, teller);
    expect([ended.status, ended.may]).toEqual(['ended', []]);
    expect(await refusalOf(world.edge.send(confirmReplication, { id: late.id }, at(titular, ended)))).toEqual([
      409,
      'replication-status-fixed',
    ]);
    await eventually(async () =>
      (await untilNotified(own, teller)).some(({ title }) => title === 'Una réplica nuestra terminó con su práctica'),
    );
    const content = replicationContent();
    expect(await refusalOf(world.edge.send(draftReplication, { practiceId: id, content }, teller))).toEqual([404, 'practice-not-found']);
    const kept = () => world.edge.call<Register>(listReplications, { practice: slug ?? '' }, { network: own.network.code });
    await eventually(async () => (await kept()).items.map((item) => item.id).join() === first.id);
    const page = await fetch(`${world.origin}/${own.network.code}/practicas/${slug ?? ''}`);
    expect([page.status, (await page.text()).includes('La réplica registrada se conserva')]).toEqual([410, true]);
  });
});

describe('an origin that cannot decide', () => {
  it('is stood in for by the secretariat while it is suspended, decides again after, and not once it has left', async () => {
    const own = await openSetting(world);
    const [teller, titular, secretariat] = [await replicator(own), await asTitular(own), await asSecretariat(own)];
    const { id } = await originPractice(own);
    const [first, second] = [await toldBy(own, teller, id), await toldBy(own, teller, id)];
    const waiting = async (person: Person) =>
      (await world.edge.call<{ items: ReplicationRow[] }>(listReceivedReplications, {}, person)).items.map((row) => row.id);
    expect(await waiting(secretariat)).toEqual([]);
    expect(await refusalOf(world.edge.send(confirmReplication, { id: first.id }, at(secretariat, first)))).toEqual([
      404,
      'replication-not-found',
    ]);

    await turn(own, 'suspended');
    const between = await toldBy(own, teller, id);
    expect(await waiting(secretariat)).toEqual([first.id, second.id, between.id]);
    const seen = await world.edge.call<Replication>(readReplication, { id: first.id }, teller);
    expect(seen.origin).toMatchObject({ id: own.organization.id, status: 'suspended' });
    await world.edge.call(confirmReplication, { id: first.id }, at(secretariat, first));
    await eventually(async () =>
      (await untilNotified(own, secretariat)).some(({ title }) => title === 'La Secretaría responde por una organización'),
    );

    await turn(own, 'active');
    expect([await waiting(secretariat), await waiting(titular)]).toEqual([[], [second.id, between.id]]);
    await world.edge.call(confirmReplication, { id: second.id }, at(titular, second));

    await turn(own, 'withdrawn');
    expect(await waiting(secretariat)).toEqual([between.id]);
    const after = await toldBy(own, teller, id);
    const refused = { id: after.id, reason: 'Es otra práctica.' };
    await world.edge.call(refuseReplication, refused, at(secretariat, after));
    expect(await waiting(secretariat)).toEqual([between.id]);
  });
});

describe('lists', () => {
  it('show what one told, the last changed first, and what waits, the longest waiting first, page by page', async () => {
    const own = await openSetting(world);
    const [teller, answering] = [await replicator(own), await asTitular(own)];
    const { id } = await originPractice(own);
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn++) ids.push((await toldBy(own, teller, id)).id);
    const listed = async (operation: typeof listOwnReplications | typeof listReceivedReplications, person: Person) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await world.edge.call<{ items: ReplicationRow[]; nextCursor: string | null }>(operation, { limit: 2, cursor }, person);
        seen.push(...page.items.map((row) => row.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return seen;
    };
    expect(await listed(listOwnReplications, teller)).toEqual([...ids].reverse());
    expect(await listed(listReceivedReplications, answering)).toEqual(ids);
    expect(await listed(listReceivedReplications, teller)).toEqual([]);
  });
});
