import { createPostgreSqlTypeParsers, MikroORM, type Options } from '@mikro-orm/postgresql';
import {
  CompiledQuery,
  PostgresDialect,
  PostgresDriver,
  type AbortableOperationOptions,
  type DatabaseConnection,
  type PostgresDialectConfig,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { Logger } from 'pino';
import type { DatabaseWatches } from '../observe/watches/database.metrics.js';
import { Observer } from '../observe/observer.js';
import { watchStatements } from '../observe/statements.js';
import { endSilence, grace } from './silence.js';

export interface Opening {
  readonly sql: string;
  said: boolean;
  /** Milliseconds that each of its statements may take. */
  readonly timeout: number;
  /** What is done once it has committed. */
  readonly after: (() => void)[];
  /** The facts of the transaction on their way to the outbox. */
  readonly told: Promise<unknown>[];
  /** Its `now()`, once a statement has told. */
  now?: Date;
}

/** What a transaction says first, in the same breath as `begin`, and what is known of it while it runs. */
export const opening = new AsyncLocalStorage<Opening>();

/** What any of its statements told of the transaction's `now()`, so that nobody asks for it alone. */
export function noteNow(told: Date | string | undefined): void {
  const transaction = opening.getStore();
  if (transaction && told !== undefined) transaction.now ??= new Date(told);
}

type Own = Parameters<PostgresDriver['releaseConnection']>[0];

interface Begun {
  answer: Promise<QueryResult<unknown>>;
  readOnly: boolean;
  /** By `performance.now()`. */
  started: number;
}

/** Waits for the answer neither to `begin` nor, having only read, to `commit`: what follows on the connection stands in line behind them. */
class EagerDriver extends PostgresDriver {
  private readonly begun = new WeakMap<DatabaseConnection, Begun>();

  constructor(
    config: PostgresDialectConfig,
    private readonly watches: DatabaseWatches,
  ) {
    super(config);
  }

  /** Nobody waits for a connection for longer than for its statements; one that comes too late goes back to the pool. */
  override async acquireConnection(options?: AbortableOperationOptions): Promise<DatabaseConnection> {
    const wanted = super.acquireConnection(options);
    const first = opening.getStore();
    if (!first) return wanted;
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error('timeout exceeded when trying to connect')), first.timeout + grace);
    try {
      return await Promise.race([wanted, late.promise]);
    } catch (error) {
      wanted.then((connection) => this.releaseConnection(connection as Own)).catch(() => undefined);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  override async beginTransaction(connection: DatabaseConnection, { accessMode, isolationLevel }: TransactionSettings): Promise<void> {
    const started = performance.now();
    const begin = ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' ');
    const first = opening.getStore();
    const answer = connection.executeQuery(CompiledQuery.raw(first ? `${begin}; ${first.sql}` : begin));
    if (first) first.said = true;
    answer.catch(() => undefined); // told at commit
    this.begun.set(connection, { answer, readOnly: accessMode === 'read only', started });
    return Promise.resolve();
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const begun = this.begun.get(connection);
    await begun?.answer;
    const committed = super.commitTransaction(connection);
    if (begun?.readOnly) committed.catch(() => undefined);
    else await committed;
    this.ended(begun, 'committed');
  }

  /** On a lost connection there is nothing to take back; failing here would keep its place in the pool taken for ever. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => undefined);
    this.ended(this.begun.get(connection), 'rolled-back');
  }

  private ended(begun: Begun | undefined, outcome: 'committed' | 'rolled-back'): void {
    if (begun) this.watches.transaction(begun.readOnly, outcome).since(begun.started);
  }
}

class EagerDialect extends PostgresDialect {
  constructor(
    private readonly config: PostgresDialectConfig,
    private readonly watches: DatabaseWatches,
  ) {
    super(config);
  }

  override createDriver = () => new EagerDriver(this.config, this.watches);
}

const textArray = 1009;
/** Milliseconds to wait for a connection: a new one, or one that somebody gives back. */
const connecting = 10_000;

/**
 * The ORM as every service opens it: statements go out without waiting for the answers before them (`pipeline`; it excludes cursors,
 * hence `em.stream`). `max` connections. A lost connection must not end the process: its statement fails by itself.
 */
export const openOrm = (options: Options, connectionString: string, log: Logger, max = 8): Promise<MikroORM> =>
  openWatchedOrm({ options, connectionString, log, max }, Observer.idle.database);

interface Opened {
  readonly options: Options;
  readonly connectionString: string;
  readonly log: Logger;
  readonly max?: number;
}

/** The same, with statements, transactions and connections counted. */
export function openWatchedOrm({ options, connectionString, log, max = 8 }: Opened, watches: DatabaseWatches): Promise<MikroORM> {
  const types = new pg.TypeOverrides();
  const asText = createPostgreSqlTypeParsers(pg.types.getTypeParser(textArray as never) as (text: string) => string[]);
  for (const [oid, parse] of Object.entries(asText)) types.setTypeParser(Number(oid), parse);
  const pool = new pg.Pool({ connectionString, max, types, pipeline: true, connectionTimeoutMillis: connecting });
  const note = (error: Error) => log.warn({ error }, 'a connection to the database was lost');
  pool.on('error', note).on('connect', (client) => {
    client.on('error', note);
    endSilence(client, () => opening.getStore()?.timeout);
    watchStatements(client, watches);
  });
  watches.watchPool(pool);
  return MikroORM.init({ ...options, clientUrl: connectionString, driverOptions: new EagerDialect({ pool }, watches) });
}
