import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { installJobs } from '@alianza/platform/jobs/install';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import path from 'node:path';
import pg from 'pg';
import { migrateTheSame } from './schema/same-migrations.js';
import { newSecret } from './servers/private-file.js';

export type Provisioned = Pick<ServiceDefinition, 'name' | 'orm' | 'queues'>;

export interface ProvisionOptions {
  /** Before the service's name in the name of its database. Roles belong to the whole server and always carry `alianza_`. */
  readonly prefix?: string;
  /** Password of a service's login role, by service; made at random where none is given. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Where the addresses of a running installation's databases are, for commands beside it. */
export const databasesFile = (dataDir: string): string => path.join(dataDir, 'secrets/databases.json');

export const loginRole = (service: string): string => `alianza_${service}`;
export const ownerRole = (service: string): string => `alianza_${service}_owner`;

/** The same server as another role, in another database. */
export function addressAs(url: string, role: { readonly name: string; readonly password: string }, database: string): string {
  return Object.assign(new URL(url), { username: role.name, password: role.password, pathname: `/${database}` }).toString();
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const exists = async (client: pg.Client, catalog: 'pg_roles' | 'pg_database', name: string) => {
  const column = catalog === 'pg_roles' ? 'rolname' : 'datname';
  return (await client.query(`select from ${catalog} where ${column} = $1`, [name])).rowCount === 1;
};

async function putRole(client: pg.Client, role: string, password: string) {
  const name = pg.escapeIdentifier(role);
  const verb = (await exists(client, 'pg_roles', role)) ? 'alter' : 'create';
  await client.query(`${verb} role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`);
}

async function putDatabase(client: pg.Client, database: string, service: string) {
  const [name, owner, login] = [database, ownerRole(service), loginRole(service)].map((text) => pg.escapeIdentifier(text));
  if (!(await exists(client, 'pg_database', database))) {
    await client.query(`grant ${owner} to current_user`); // who is not a superuser may give a database only to a role it belongs to
    await client.query(`create database ${name} owner ${owner}`);
  }
  await client.query(`revoke connect on database ${name} from public; grant connect on database ${name} to ${login}`);
  await client.query(`alter database ${name} set random_page_cost = 1.1`); // the default expects spinning disks and shuns indexes
  // the default of 0.6 misses two swapped letters
  await client.query(`alter role ${login} set pg_trgm.word_similarity_threshold = 0.4`);
}

async function migrate(ownerUrl: string, { name, orm, queues }: Provisioned) {
  // each in a transaction of its own: what a short one locks is not locked while a long one writes
  const migrations = { ...orm.migrations, allOrNothing: false };
  const owner = await MikroORM.init({ ...orm, migrations, extensions: [Migrator], clientUrl: ownerUrl, logger: () => undefined });
  try {
    await migrateTheSame(owner, () => owner.migrator.up());
  } finally {
    await owner.close();
  }
  await installJobs(ownerUrl, loginRole(name), queues);
}

/**
 * One database per service: an owner that migrates, a login role that owns nothing and that row-level security binds. Safe to repeat:
 * makes what is missing, sets the passwords, applies new migrations. Answers each service's address.
 */
export async function provision(
  adminUrl: string,
  definitions: readonly Provisioned[],
  { prefix = 'alianza_', secrets = {} }: ProvisionOptions = {},
): Promise<Record<string, string>> {
  const places = definitions.map((definition) => ({
    definition,
    database: prefix + definition.name,
    owner: { name: ownerRole(definition.name), password: newSecret() },
    login: { name: loginRole(definition.name), password: secrets[definition.name] ?? newSecret() },
  }));
  await withClient(adminUrl, async (client) => {
    for (const { definition, database, owner, login } of places) {
      await putRole(client, owner.name, owner.password);
      await putRole(client, login.name, login.password);
      await putDatabase(client, database, definition.name);
    }
  });
  await Promise.all(places.map(({ definition, database, owner }) => migrate(addressAs(adminUrl, owner, database), definition)));
  return Object.fromEntries(places.map(({ definition, database, login }) => [definition.name, addressAs(adminUrl, login, database)]));
}

/** For tests: a database like `from`, which nobody may be connected to, owned by `owner`; an earlier `to` is replaced. Its files are copied as they are. */
export async function cloneTemplate(adminUrl: string, from: string, to: string, owner: string): Promise<void> {
  const [template, copy, role] = [from, to, owner].map((text) => pg.escapeIdentifier(text));
  await withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists ${copy} with (force)`);
    await client.query(`create database ${copy} template ${template} owner ${role} strategy file_copy`);
    await client.query(`alter database ${copy} set random_page_cost = 1.1`);
  });
}
