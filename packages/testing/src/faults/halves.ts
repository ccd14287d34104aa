import type { ServiceName } from '@alianza/contracts/access';
import { applicationAccepted, applicationFiled } from '@alianza/contracts/membership/applications';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../eventually.js';
import type { Processes } from './processes.js';

/** Where the records of a service are, and which facts are theirs; null for all. */
const kinds = {
  repository: { table: 'practice', subjects: null },
  membership: { table: 'application', subjects: [applicationFiled.subject, applicationAccepted.subject] },
} as const;
type Kind = keyof typeof kinds;

/** What one command leaves behind, wherever it is looked for. */
const traces = (table: string) => `
  select 'answer' as kept, body::jsonb->>'id' as id, (body::jsonb->>'version')::int as version
    from idempotency where scope like $1::text || ' %' and body is not null and body::jsonb ? 'version'
  union all
  select 'fact', event->>'aggregateId', (event->>'aggregateVersion')::int from outbox
    where event->>'networkId' = $1 and ($2::text[] is null or event->>'subject' = any($2))
  union all
  select 'record', id::text, version from ${table} where network_id = $1::uuid`;

interface Trace {
  kept: 'answer' | 'fact' | 'record';
  id: string;
  version: number;
}

/**
 * Writes on records that are there in part: each version has its answer under a key and its fact, and the record stands at the last. All of
 * them must have been sent with keys.
 */
export async function halfWrites(world: Processes, kind: Kind, networkId: string): Promise<string[]> {
  const { table, subjects } = kinds[kind];
  const rows = await world.rows<Trace>(kind, traces(table), [networkId, subjects]);
  const named = (kept: Trace['kept']) =>
    new Set(rows.filter((row) => row.kept === kept).map(({ id, version }) => `${id} ${String(version)}`));
  const [answers, facts, records] = [named('answer'), named('fact'), named('record')];
  const reached = new Map(rows.filter(({ kept }) => kept === 'record').map(({ id, version }) => [id, version]));
  // To an application nobody is answered its id.
  const answered = [...facts].filter((write) => kind === 'repository' || !write.endsWith(' 1'));
  return [
    ...[...answers].filter((write) => !facts.has(write)).map((write) => `answer without fact: ${write}`),
    ...answered.filter((write) => !answers.has(write)).map((write) => `fact without answer: ${write}`),
    ...[...records].filter((write) => !facts.has(write)).map((write) => `record without fact: ${write}`),
    ...rows
      .filter(({ kept, id, version }) => kept === 'fact' && (reached.get(id) ?? 0) < version)
      .map(({ id }) => `fact without record: ${id}`),
    ...(kind === 'membership' ? await halfAdmitted(world, networkId) : await halfTaken(world, networkId)),
  ];
}

/** Files that a practice took over and nobody was told of, or told of and not there, or without their bytes. */
async function halfTaken(world: Processes, networkId: string): Promise<string[]> {
  const rows = await world.rows<{ id: string }>(
    'repository',
    `select coalesce(file.id::text, answer.id) as id from (select * from record_file where network_id = $1::uuid) file
       full join (select body::jsonb->>'id' as id from idempotency
         where scope like $1::text || ' %repository.attachments.add' and body is not null) answer on answer.id = file.id::text
       where file.id is null or answer.id is null`,
    [networkId],
  );
  return [...rows.map(({ id }) => `file taken over in part: ${id}`), ...(await missingBytes(world, networkId))];
}

interface Named {
  key: string;
  hash: string;
}

/** Rows of documents that name bytes which are not there, or are others. */
export async function missingBytes({ rows, parts }: Processes, networkId: string): Promise<string[]> {
  const staged = await rows<Named>('gateway', 'select key, sha256 as hash from upload where network_id = $1 and picture is null', [
    networkId,
  ]);
  const kept = await rows<Named>('repository', 'select key, hash from record_file where network_id = $1 and picture is null', [networkId]);
  const missing: string[] = [];
  for (const { key, hash } of [...staged, ...kept]) {
    const bytes = await readFile(path.join(parts.filesDir, key)).catch(() => null);
    const found = bytes && createHash('sha256').update(bytes).digest('hex');
    if (found?.startsWith(hash) !== true) missing.push(`bytes of ${key}`);
  }
  return missing;
}

/** Answers to applications, and what accepting makes: as many as there are of what they belong to. */
async function halfAdmitted(world: Processes, networkId: string): Promise<string[]> {
  const [row] = await world.rows<Record<string, number>>(
    'membership',
    `with applied as (select * from application where network_id = $1::uuid)
     select (select count(*)::int from applied) as applied,
       (select count(*)::int from idempotency where scope like $1::text || ' %membership.applications.apply' and body is not null) as answered,
       (select count(*)::int from applied where status = 'accepted') as accepted,
       (select count(*)::int from applied join organization o on o.id = organization_id) as organizations,
       (select count(distinct i.organization_id)::int from applied join invitation i on i.organization_id = applied.organization_id) as invitations`,
    [networkId],
  );
  const { applied, answered, accepted, organizations, invitations } = row ?? {};
  return applied === answered && accepted === organizations && accepted === invitations ? [] : [`admitted in part: ${JSON.stringify(row)}`];
}

/** Bytes that no row names, of documents, which alone a load brings: of what was cut off before it could be kept, and of nothing that anybody was told is there. */
export async function unnamedFiles({ rows, parts }: Processes): Promise<string[]> {
  const folders: readonly (readonly [ServiceName, string, string])[] = [
    ['gateway', 'staged', 'select key from upload'],
    ['repository', 'repository', 'select key from record_file'],
  ];
  const found = folders.map(async ([service, folder, sql]) => {
    const named = new Set((await rows<{ key: string }>(service, sql)).map(({ key }) => key));
    const files = await readdir(path.join(parts.filesDir, folder)).catch(() => []);
    return files.map((file) => `${folder}/${file}`).filter((key) => !named.has(key));
  });
  return (await Promise.all(found)).flat();
}

/** Until the database has noticed that the killed processes are gone, and has taken back what they had begun. */
export async function untilForgotten(world: Processes, service: ServiceName): Promise<void> {
  await eventually(async () => {
    const left = await world.rows(
      service,
      `select from pg_stat_activity where datname = $1 and usename = $1 and backend_type = 'client backend'`,
      [`alianza_${service}`],
    );
    return left.length === 0;
  }, 15_000);
}
