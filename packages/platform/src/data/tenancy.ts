import { p, type EntityMetadata, type SqlEntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { nowhere } from '../ids.js';
import { inSpan } from '../observe/tracing.js';
import { opening, type Opening } from './dialect.js';

/**
 * Kinds of tables; each table says its own as its comment, which a spec checks.
 * tenant: rows of one network, closed to every other · networkless: people and networks, open to any transaction of ours and to no public read ·
 * public: published content only · platform: written by this package alone.
 */
export const tableKinds = ['tenant', 'networkless', 'public', 'platform'] as const;
export type TableKind = (typeof tableKinds)[number];

const network = `nullif(current_setting('app.network', true), '')::uuid`;
const ofNetwork = `network_id = ${network}`;
const anyTransaction = `${network} is not null`;

type Closed = Pick<EntityMetadata, 'rowLevelSecurity' | 'policies' | 'comment'>;
const closed = (kind: TableKind, rule: string): Closed => ({
  comment: kind,
  rowLevelSecurity: 'force',
  policies: [{ name: 'network', using: rule, check: rule }],
});

/** Spread into `defineEntity`, with `tenantProperties` into its properties. */
export const tenant: Closed = closed('tenant', ofNetwork);
export const tenantProperties = { networkId: p.uuid() };
export const networkless: Closed = closed('networkless', anyTransaction);
export const published: Pick<EntityMetadata, 'comment'> = { comment: 'public' };
export const platform: Pick<EntityMetadata, 'comment'> = { comment: 'platform' };

const close = (kind: TableKind, rule: string) => (table: string) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy network on ${table} for all using (${rule}) with check (${rule})`,
  `comment on table ${table} is '${kind}'`,
];

/** The SQL of the same, for migrations. */
export const closeTenantTable = close('tenant', ofNetwork);
export const closeNetworklessTable = close('networkless', anyTransaction);
export const markTable = (kind: 'public' | 'platform', table: string): string => `comment on table ${table} is '${kind}'`;

export interface Scope {
  /** Null for a transaction that concerns no network: tenant tables are empty to it. */
  networkId: string | null;
  /** Milliseconds a statement may take. */
  timeout?: number;
  readOnly?: boolean;
}

/** Runs `work` in one transaction that sees a single network; injected EntityManagers join it. Needs an EntityManager of `openOrm`. */
export async function inNetwork<T>(em: SqlEntityManager, scope: Scope, work: (em: SqlEntityManager) => Promise<T>): Promise<T> {
  const { networkId, timeout = 5000, readOnly = false } = scope;
  const settings = [
    `set_config('app.network', ${pg.escapeLiteral(networkId ?? nowhere)}, true)`,
    `set_config('statement_timeout', '${Math.max(1, Math.ceil(timeout))}', true)`,
  ];
  const first: Opening = { sql: `select ${settings.join(', ')}`, said: false, timeout, told: [], after: [] };
  const scoped = async (transaction: SqlEntityManager) => {
    if (!first.said) throw new Error('not an EntityManager of openOrm: it would see no network');
    const done = await work(transaction);
    await Promise.all(first.told);
    return done;
  };
  const shape = { name: readOnly ? 'transaction read' : 'transaction', hop: 'transaction' } as const;
  const done = await inSpan(shape, () =>
    opening.run(first, () => em.fork().transactional((transaction) => scoped(transaction), { readOnly })),
  );
  for (const act of first.after) act();
  return done;
}
