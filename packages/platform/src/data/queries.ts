import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * A list query by name: `$1`… in its text, `sample` values with which a spec explains it at 10,000 rows and finds no table read whole.
 * `exempt` carries the reason where that cannot be. A tenant query runs under row-level security: plain columns and `=`, `<`, `in` only.
 */
export interface NamedQuery {
  readonly name: string;
  readonly text: string;
  readonly scope: 'tenant' | 'public' | 'networkless';
  readonly sample: (networkId: string) => readonly unknown[];
  readonly exempt?: string;
  /** Planned for its very values at each call, by `Reads`: for what one plan for everybody answers in ten times the time, where that costs a millisecond. */
  readonly replanned?: true;
}

const named = new Map<string, NamedQuery>();

/** Declares a query; two of one name are refused. */
export function defineQuery(query: NamedQuery): NamedQuery {
  if (named.has(query.name)) throw new Error(`two queries are named ${query.name}`);
  named.set(query.name, query);
  return query;
}

/** All that were declared by the modules loaded so far. */
export const namedQueries = (): readonly NamedQuery[] => [...named.values()];

/** Runs a tenant or networkless query inside the transaction at hand. */
export function queryRows<Row extends object>(em: SqlEntityManager, { text }: NamedQuery, values: readonly unknown[]): Promise<Row[]> {
  const ordered: unknown[] = [];
  const sql = text.replaceAll(/\$(\d+)/g, (_whole, position: string) => {
    ordered.push(values[Number(position) - 1] ?? null);
    return '?';
  });
  return em.execute<Row[]>(sql, ordered);
}
