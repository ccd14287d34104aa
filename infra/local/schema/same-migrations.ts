import type { Migration } from '@mikro-orm/migrations';
import type { MikroORM } from '@mikro-orm/postgresql';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { StartFailure } from '../servers/start-failure.js';

type Digests = Readonly<Record<string, string>>;

const noteOf = `select shobj_description(oid, 'pg_database') as note from pg_database where datname = current_database()`;

/** What the migrations of this version say, by name; one that asks the database first has no digest. */
async function digestsOf(orm: MikroORM): Promise<Digests> {
  const digests: Record<string, string> = {};
  for (const known of orm.config.get('migrations').migrationsList ?? []) {
    if (!('class' in known)) continue;
    const migration = new known.class(orm.em.getDriver(), orm.config) as Migration;
    const askedNothing = () => Promise.reject(new Error('only its statements are wanted'));
    Object.assign(migration, { execute: askedNothing, getEntityManager: askedNothing });
    const statements = await Promise.resolve()
      .then(() => migration.up())
      .then(
        () => migration.getQueries(),
        () => null,
      );
    if (statements) digests[known.name] = createHash('sha256').update(JSON.stringify(statements)).digest('hex').slice(0, 16);
  }
  return digests;
}

async function kept(orm: MikroORM): Promise<Digests | null> {
  const [row] = await orm.em.getConnection().execute<{ note: string | null }[]>(noteOf);
  return row?.note?.startsWith('{') ? (JSON.parse(row.note) as Digests) : null;
}

const otherVersion = (database: string, what: string) =>
  new StartFailure(
    `La base de datos ${database} la hizo otra versión de este proyecto (${what}) y no se puede poner al día: sirve la versión que la hizo o, en una instalación local, otra carpeta en DATA_DIR.`,
  );

/**
 * Runs `migrate`, and refuses a database whose applied migrations are not those that this version has under the same names: it would start, and fail
 * at some later statement. What was applied is noted as the database's comment; where there is no note, tables are compared with entities once.
 */
export async function migrateTheSame(orm: MikroORM, migrate: () => Promise<unknown>): Promise<void> {
  const database = orm.config.get('dbName') ?? '';
  const [then, now] = [await kept(orm), await digestsOf(orm)];
  const changed = Object.keys(now).find((name) => then?.[name] !== undefined && then[name] !== now[name]);
  if (changed !== undefined) throw otherVersion(database, `su migración ${changed} era distinta`);
  const before = await orm.migrator.getExecuted();
  await migrate();
  const isUnknown = then === null && before.length > 0;
  if (isUnknown && (await orm.schema.getUpdateSchemaSQL({ wrap: false })) !== '') throw otherVersion(database, 'sus tablas son distintas');
  const note = JSON.stringify({ ...then, ...now });
  if (note !== JSON.stringify(then))
    await orm.em.getConnection().execute(`comment on database ${pg.escapeIdentifier(database)} is ${pg.escapeLiteral(note)}`);
}
