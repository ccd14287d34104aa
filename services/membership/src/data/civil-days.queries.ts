import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** The civil date of an instant in a zone: `2026-01-15`. */
export const dayOf = (instant: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(instant);

/** When a day begins in a zone. */
export async function startOfDay(em: SqlEntityManager, day: string, zone: string): Promise<Date> {
  const [row] = await em.execute<{ start: string }[]>('select (?::date)::timestamp at time zone ? as start', [day, zone]);
  if (!row) throw new Error('the database told no time');
  return new Date(row.start);
}
