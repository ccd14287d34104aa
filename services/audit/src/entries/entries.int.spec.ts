import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getChain, getPlatformChain, listActors, verifyChain, type AuditChain } from '@alianza/contracts/audit/chains';
import { exportAuditEntries, listAuditEntries, listPlatformEntries, type AuditEntry } from '@alianza/contracts/audit/entries';
import { listNames } from '@alianza/contracts/membership/directory/names';
import type { OutputOf } from '@alianza/contracts/operation';
import { applicationAccepted, applicationConfirmed, applicationFiled } from '@alianza/contracts/membership/applications';
import { accepted } from '@alianza/testing/builders/applications';
import { eventually } from '@alianza/testing/eventually';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { readSheet } from 'read-excel-file/node';
import { freeTextDigest, hashOf, type Link } from '../chain/link.js';

interface Page {
  items: AuditEntry[];
  nextCursor: string | null;
}

interface Line {
  link: Link;
  previous: string;
  hash: string;
  freeText: { salt: string; text: Record<string, unknown> } | null;
}

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 90_000);
afterAll(() => world.close());

const auditor = () => setting.as('auditor');
const list = async (input: object = {}, of = setting) => world.edge.call<Page>(listAuditEntries, { ...input }, await of.as('auditor'));
const subjects = ({ items }: Page) => items.map(({ subject }) => subject);

describe('entries of the audit', () => {
  it('tell what happened to one thing, by whom, the newest first', async () => {
    await accepted(setting);
    const page = await eventually(async () => {
      const found = await list({ limit: 100 });
      return subjects(found).includes(applicationAccepted.subject) && found;
    });
    const { aggregateId, actor, data } = page.items.find(({ subject }) => subject === applicationAccepted.subject)!;
    expect(data).toMatchObject({ status: 'accepted', organization: expect.stringContaining('Fundación Muestra') });
    expect(actor.personId).toBe((await asSecretariat(setting)).id);
    const ofOne = await list({ aggregateId });
    expect(subjects(ofOne)).toEqual([applicationAccepted, applicationConfirmed, applicationFiled].map(({ subject }) => subject));
    expect(ofOne.items.map(({ aggregateVersion }) => aggregateVersion)).toEqual([3, 2, 1]);
  });

  it('are paged without gap or repetition', async () => {
    const whole = await list({ limit: 100 });
    const paged: AuditEntry[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page: Page = await list({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    const known = paged.slice(-whole.items.length); // what arrived between the two stands before
    expect(known).toEqual(whole.items);
    expect(known.map(({ position }) => position)).toEqual(known.map((_entry, index) => known.length - index));
  });

  it.each(['bm8', Buffer.from('["x"]').toString('base64url'), Buffer.from('[1.5]').toString('base64url')])(
    'refuse the cursor %s',
    async (cursor) => {
      const { status, body } = await world.edge.send(listAuditEntries, { cursor }, await setting.as('auditor'));
      expect({ status, errors: body.errors }).toEqual({ status: 400, errors: [expect.objectContaining({ pointer: '/cursor' })] });
    },
  );

  it('of another network are not shown', async () => {
    const other = await openSetting(world);
    const page = await eventually(async () => {
      const found = await list({ limit: 100 }, other);
      return found.items.length > 0 && found;
    });
    const ours = new Set((await list({ limit: 100 })).items.map(({ aggregateId }) => aggregateId));
    expect(page.items.filter(({ aggregateId }) => ours.has(aggregateId))).toEqual([]);
  });

  it('hold no mail address', async () => {
    expect(JSON.stringify(await list({ limit: 100 }))).not.toContain('@');
  });
});

describe('what the filters find', () => {
  const found = async (input: object) => (await list({ limit: 100, ...input })).items;

  it('is of a kind, of what happened, of who did it and for whom', async () => {
    const { id, actingFor } = await asSecretariat(setting);
    const decided = await found({ noun: 'application', verb: 'accepted', personId: id, organizationId: actingFor });
    expect(subjects({ items: decided, nextCursor: null })).toEqual([applicationAccepted.subject]);
    expect(await found({ noun: 'application', verb: 'accepted', service: 'membership' })).toEqual([]);
    expect(new Set((await found({ noun: 'application' })).map(({ subject }) => subject.split('.')[2]))).toEqual(new Set(['application']));
  });

  it('is of a period, to the instant', async () => {
    const all = await found({});
    const { at } = all[2]!;
    expect(await found({ since: at })).toEqual(all.filter((entry) => entry.at >= at));
    expect(await found({ until: at })).toEqual(all.filter((entry) => entry.at < at));
    expect(await found({ since: '2020-01-01T00:00:00Z', until: '2020-01-02T00:00:00Z' })).toEqual([]);
  });

  it('holds the words, a part of an id, or is what a whole id names', async () => {
    const [accepted] = await found({ noun: 'application', verb: 'accepted' });
    const { aggregateId } = accepted!;
    expect((await found({ q: 'FUNDACIÓN muestra' })).map(({ aggregateId: id }) => id)).toContain(aggregateId);
    expect((await found({ q: aggregateId.slice(-8) })).map(({ position }) => position)).toContain(accepted?.position);
    expect(await found({ q: aggregateId })).toEqual(await found({ aggregateId }));
    expect(await found({ q: 'ni una palabra así' })).toEqual([]);
  });

  it('can be filtered by whoever acted here, and they have names', async () => {
    const actors = await world.edge.call<OutputOf<typeof listActors>>(listActors, {}, await auditor());
    const { id, actingFor } = await asSecretariat(setting);
    expect(actors.people).toContain(id);
    expect(actors.organizations).toContain(actingFor);
    expect(actors.kinds).toContainEqual({ noun: 'application', verb: 'accepted' });
    const asked = { person: actors.people, organization: actors.organizations };
    const names = await world.edge.call<OutputOf<typeof listNames>>(listNames, asked, await auditor());
    expect(names.people).toContainEqual({ id, name: 'secretariat' });
    // whoever opened the network is no one of it
    const [opened] = await found({ noun: 'network', verb: 'opened' });
    expect(names.operators).toEqual([opened?.actor.personId]);
    const elsewhere = await world.edge.call<OutputOf<typeof listNames>>(listNames, asked, await (await openSetting(world)).as('auditor'));
    expect(elsewhere).toEqual({ people: [], organizations: [], operators: names.operators });
  });
});

describe('an export', () => {
  const take = async (input: object) => {
    const taken = await world.edge.call<OutputOf<typeof exportAuditEntries>>(exportAuditEntries, { ...input }, await auditor());
    const response = await fetch(world.origin + taken.url);
    return { taken, response, text: await response.clone().text() };
  };

  it('holds what verifies each entry by itself, whatever was filtered', async () => {
    const { taken, text, response } = await take({ format: 'jsonl', noun: 'application' });
    expect(response.headers.get('content-disposition')).toMatch(/bitacora-\d{4}-\d\d-\d\d-\d+-\d+\.jsonl/);
    const [about, ...lines] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line & { head: object });
    expect(about).toMatchObject({ entries: taken.entries, first: taken.first, last: taken.last, head: taken.head });
    expect(lines.length).toBe(taken.entries);
    for (const { link, previous, hash, freeText } of lines) {
      expect(hashOf(previous, link)).toBe(hash);
      if (freeText) expect(freeTextDigest(freeText.salt, freeText.text)).toBe(link.freeTextDigest);
    }
    expect(lines.some(({ freeText }) => freeText !== null)).toBe(true);
  });

  it('is a table that nothing runs, in words', async () => {
    await accepted(setting, { organization: '=Fórmula (ficticia)' });
    const { text } = await eventually(async () => {
      const answer = await take({ format: 'csv', q: 'fórmula' });
      return answer.taken.entries > 0 && answer;
    });
    const [heads, first] = text.split('\r\n');
    expect(heads).toContain('Huella anterior');
    expect(first).toContain('Se aceptó un ingreso');
    expect(text).not.toMatch(/(?:^|,)[=+@]/m);
  });

  it('is a workbook too, and its ticket is good once', async () => {
    const { taken, response } = await take({ format: 'xlsx' });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(await readSheet(bytes, 1)).toHaveLength(taken.entries + 1);
    expect(await readSheet(bytes, 2)).toContainEqual(['Huella de ese asiento', taken.head.hash]);
    expect((await fetch(world.origin + taken.url)).status).toBe(404);
  });

  it('of nothing is empty and says so', async () => {
    const { taken, text } = await take({ format: 'jsonl', since: '2020-01-01T00:00:00Z', until: '2020-01-02T00:00:00Z' });
    expect(taken).toMatchObject({ entries: 0, first: null, last: null });
    expect(text.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the chain on screen', () => {
  it('says where it ends and what its last verification found', async () => {
    const chain = async () => world.edge.call<AuditChain>(getChain, {}, await auditor());
    await world.edge.call(verifyChain, {}, await auditor());
    const { head, verified } = await eventually(async () => {
      const now = await chain();
      return now.verified !== null && now;
    });
    expect(verified).toMatchObject({ broken: null, entries: expect.any(Number) });
    expect(verified?.entries).toBeLessThanOrEqual(head.position);
  });

  it('of no network is the operators’', async () => {
    const operator = { token: await world.people.operator() };
    const page = await world.edge.call<Page>(listPlatformEntries, { limit: 100, noun: 'person' }, operator);
    expect(page.items.length).toBeGreaterThan(0);
    expect((await world.edge.call<AuditChain>(getPlatformChain, {}, operator)).head.position).toBeGreaterThanOrEqual(
      page.items[0]!.position,
    );
    expect((await world.edge.send(listPlatformEntries, {}, await setting.as('secretariat-lead'))).status).toBe(403);
  });
});
