import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type ControlledTransaction } from 'kysely';

const names = new Map<string, string>();

/** By which a connection knows the statement again; there are as many as texts in the code. */
export function nameOf(text: string): string {
  const name = names.get(text) ?? `statement ${String(names.size)}`;
  names.set(text, name);
  return name;
}

/**
 * Runs a statement in the transaction at hand that every write says: parsed and planned once on each connection, where the ORM writes values
 * into the text. `$1`… stand for the values.
 */
export async function prepared<Row>(em: SqlEntityManager, text: string, values: readonly unknown[]): Promise<Row[]> {
  const transaction = em.getTransactionContext<ControlledTransaction<unknown>>();
  if (!transaction) throw new Error('a prepared statement runs in a transaction');
  return (await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
}
