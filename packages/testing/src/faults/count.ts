import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applicationFiled } from '@alianza/contracts/membership/applications';
import { practicePublished, practiceSubmitted } from '@alianza/contracts/repository/practices';
import { openOrm } from '@alianza/platform/data/dialect';
import { openLog } from '@alianza/platform/run/log';
import { verifyChains } from '@alianza/audit/chain/verification';
import { definitionOf } from '../definitions.js';
import type { Setting } from '../setting.js';
import { missingBytes } from './halves.js';
import type { Ledger } from './ledger.js';
import type { Processes } from './processes.js';
import { untilSettled } from './settled.js';

/** What became of the acknowledged writes and of what follows from them. Each line of `lost` and `doubled` says of what. */
export interface Count {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Milliseconds. */
  readonly gap: number;
  /** Mails that the mailbox has twice under one Message-ID: a crash between the server's word and the commit. */
  readonly repeatedMails: number;
}

interface Told {
  id: string;
  subject: string;
  aggregate: string;
  version: number;
}

interface Found {
  readonly world: Processes;
  readonly network: string;
  readonly ledger: Ledger;
  readonly told: readonly Told[];
  readonly lost: string[];
  readonly doubled: string[];
}

const told = `select event->>'id' as id, event->>'subject' as subject, event->>'aggregateId' as aggregate, (event->>'aggregateVersion')::int as version
  from outbox where event->>'networkId' = $1`;

/** Waits until everything has been told and done, then holds the ledger against the databases. */
export async function count(world: Processes, { network: { id: network } }: Setting, ledger: Ledger): Promise<Count> {
  await untilSettled(world);
  const sources = await Promise.all((['membership', 'repository'] as const).map((service) => world.rows<Told>(service, told, [network])));
  const found: Found = { world, network, ledger, told: sources.flat(), lost: [], doubled: [] };
  await countRecords(found);
  await countFiles(found);
  countFacts(found);
  await countAudit(found);
  await countNotices(found);
  await countMails(found);
  const { lost, doubled } = found;
  return { acknowledged: ledger.acknowledged.length, lost, doubled, gap: ledger.longestGap, repeatedMails: repeatedMails(world.dir) };
}

const timesOf = (values: readonly string[]): Map<string, number> => {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
};
const twice = (values: readonly string[]): string[] => [...timesOf(values)].filter(([, times]) => times > 1).map(([value]) => value);

async function countRecords({ world, network, ledger, lost, doubled }: Found): Promise<void> {
  const practices = await world.rows<{ id: string; title: string; version: number; status: string; published: boolean }>(
    'repository',
    `select practice.id, title, practice.version, status, p.practice_id is not null as published from practice
      left join published_practice p on p.network_id = practice.network_id and p.practice_id = practice.id where practice.network_id = $1`,
    [network],
  );
  doubled.push(...twice(practices.map(({ title }) => title)).map((title) => `practice ${title}`));
  const applications = await world.rows<{ id: string; organization: string; version: number }>(
    'membership',
    'select id, organization, version from application where network_id = $1',
    [network],
  );
  const byId = new Map([...practices, ...applications].map((record) => [record.id, record]));
  for (const { operation, id, version } of ledger.acknowledged)
    if (id !== null && (byId.get(id)?.version ?? 0) < (version ?? 1)) lost.push(`${operation} ${id} ${String(version)}`);
  for (const { id, status, published } of practices)
    if (published !== (status === 'published')) lost.push(`public row of ${id}, which is ${status}`);
  const applicants = applications.map(({ organization }) => organization);
  doubled.push(...twice(applicants).map((name) => `application ${name}`));
  for (const [name, done] of ledger.applicants) if (done && !applicants.includes(name)) lost.push(`application ${name}`);
}

interface Brought {
  id: string;
  practice: string;
  hash: string;
}

/** Each file that was acknowledged is there with its bytes, and no practice took over the same twice. */
async function countFiles({ world, network, ledger, lost, doubled }: Found): Promise<void> {
  const staged = await world.rows<{ id: string; hash: string }>('gateway', 'select id, sha256 as hash from upload where network_id = $1', [
    network,
  ]);
  const sql = 'select id, practice_id as practice, hash from record_file where network_id = $1';
  const files = await world.rows<Brought>('repository', sql, [network]);
  const hashes = new Map([...staged, ...files].map(({ id, hash }) => [id, hash]));
  for (const [id, hash] of [...ledger.uploads, ...ledger.files]) if (hashes.get(id) !== hash) lost.push(`file ${id}`);
  lost.push(...(await missingBytes(world, network)));
  doubled.push(...twice(files.map(({ practice, hash }) => `file ${hash} of ${practice}`)));
}

/** Each version that was acknowledged was told, and none twice. */
function countFacts({ ledger, told: facts, lost, doubled }: Found): void {
  const versions = timesOf(facts.map(({ aggregate, version }) => `${aggregate} ${String(version)}`));
  doubled.push(...[...versions].filter(([, times]) => times > 1).map(([version]) => `fact of ${version}`));
  for (const { operation, id, version } of ledger.acknowledged)
    if (id !== null && !versions.has(`${id} ${String(version)}`)) lost.push(`fact of ${operation} ${id} ${String(version)}`);
}

async function countAudit({ world, network, told: facts, lost, doubled }: Found): Promise<void> {
  const entries = await world.rows<{ id: string }>('audit', 'select event_id as id from entry where network_id = $1', [network]);
  const times = timesOf(entries.map(({ id }) => id));
  for (const { id, subject } of facts) if (!times.has(id)) lost.push(`audit entry of ${subject} ${id}`);
  doubled.push(...twice(entries.map(({ id }) => id)).map((id) => `audit entry of ${id}`));
  const orm = await openOrm(definitionOf('audit').orm, world.parts.databases.audit ?? '', openLog('count', 'error'), 1);
  try {
    for (const { broken } of await verifyChains(orm.em)) if (broken) lost.push(`audit chain at ${String(broken.position)}`);
  } finally {
    await orm.close();
  }
}

/** What the load's events lead to, once for the one person each concerns. */
const consequences: Readonly<Record<string, { rule: string; inApp: boolean }>> = {
  [practiceSubmitted.subject]: { rule: 'practice-to-review', inApp: true },
  [practicePublished.subject]: { rule: 'practice-published', inApp: true },
  [applicationFiled.subject]: { rule: 'application-filed', inApp: false },
};

interface Consequence {
  event: string;
  rule: string;
  person: string | null;
  sent: boolean;
}

/** By practice, the version that decided on it: who was still to be told that an earlier one waits is not told any more. */
async function decidedOn({ world, network, told: facts }: Found): Promise<Map<string, number>> {
  const sql = `select event_id as event from settled where network_id = $1 and rule = 'practice-to-review'`;
  const settled = new Set((await world.rows<{ event: string }>('notifications', sql, [network])).map(({ event }) => event));
  return new Map(facts.flatMap(({ id, aggregate, version }) => (settled.has(id) ? [[aggregate, version]] : [])));
}

async function countNotices(found: Found): Promise<void> {
  const sql = `select event_id as event, rule, person_id as person, true as sent from notice where network_id = $1`;
  check(found, 'notice', await found.world.rows<Consequence>('notifications', sql, [found.network]), await decidedOn(found));
}

async function countMails(found: Found): Promise<void> {
  const sql = `select event_id as event, rule, person_id as person, sent_at is not null as sent from mail where network_id = $1`;
  check(found, 'mail', await found.world.rows<Consequence>('notifications', sql, [found.network]), await decidedOn(found));
}

function check(
  { told: facts, lost, doubled }: Found,
  kind: 'notice' | 'mail',
  rows: readonly Consequence[],
  decided: ReadonlyMap<string, number>,
): void {
  // of several people some may be gone by now: one of them was told
  const kept = new Map(
    rows.toSorted((one, other) => Number(one.sent) - Number(other.sent)).map((row) => [`${row.event} ${row.rule}`, row]),
  );
  for (const { id, subject, aggregate, version } of facts) {
    const due = consequences[subject];
    if (!due || (kind === 'notice' && !due.inApp) || kept.get(`${id} ${due.rule}`)?.sent === true) continue;
    const isOver = due.rule === 'practice-to-review' && version < (decided.get(aggregate) ?? 0);
    if (kept.has(`${id} ${due.rule}`) || !isOver) lost.push(`${kind} of ${subject} ${id}`);
  }
  doubled.push(...twice(rows.map(({ event, rule, person }) => `${kind} ${event} ${rule} ${String(person)}`)));
}

/** Of those the mailbox still keeps. */
function repeatedMails(dir: string): number {
  const folder = path.join(dir, 'mail');
  const ids = readdirSync(folder).map((file) => /^message-id: *(\S+)/im.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1] ?? file);
  return twice(ids).length;
}
