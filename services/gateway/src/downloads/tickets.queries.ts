import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** True for the first who spends it, whatever the number of gateways. */
export async function spendTicket(em: SqlEntityManager, id: string): Promise<boolean> {
  const rows = await em.execute<object[]>('insert into spent_ticket (id) values (?) on conflict do nothing returning 1', [id]);
  return rows.length === 1;
}

/** A ticket holds for a minute: after an hour nobody need remember that it was spent. */
export const forgetSpentTickets = (em: SqlEntityManager): Promise<unknown> =>
  em.execute(`delete from spent_ticket where spent_at < now() - interval '1 hour'`);
