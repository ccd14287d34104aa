import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { defineQuery } from '@alianza/platform/data/queries';

/** A slot as the index is asked for it, in text: anywhere, and by the field in which it stands; null where nothing of it can stand so. */
export interface SlotQuery {
  readonly query: string | null;
  /** Anywhere, but without words of a name that stand apart. */
  readonly close: string | null;
  readonly inTitle: string | null;
  readonly inSummary: string | null;
  readonly inBody: string | null;
  /** Words of a name that stand apart. */
  readonly apartInTitle: string | null;
}

/** $1 slots. The same for ever: it reads no table. */
export const slotQueries = defineQuery({
  name: 'practices_slot_queries',
  scope: 'public',
  text: `select query::text, close::text, weighed(close, 'A')::text as "inTitle", weighed(close, 'B')::text as "inSummary", weighed(close, 'C')::text as "inBody",
      weighed(query, 'A')::text as "apartInTitle"
    from (select slot_query(written) as query, slot_query(written, true) as close, place
      from unnest($1::text[]) with ordinality as given (written, place)) as read order by place`,
  sample: () => [['guarderias', 'moviles']],
});

const mostKept = 20_000;
const kept = new Map<string, SlotQuery>();

/** People ask for the same words: what each is to the index is worked out once. */
export async function queriesOf(reads: PublicReads, slots: readonly string[]): Promise<SlotQuery[]> {
  const unknown = [...new Set(slots.filter((slot) => !kept.has(slot)))];
  const read = unknown.length === 0 ? [] : await reads.rows<SlotQuery>(slotQueries, [unknown]);
  const found = new Map([...slots.flatMap((slot) => pairOf(slot)), ...unknown.map((slot, index) => [slot, read[index]] as const)]);
  if (kept.size + unknown.length > mostKept) kept.clear();
  for (const [slot, query] of found) if (query) kept.set(slot, query);
  return slots.flatMap((slot) => found.get(slot) ?? []);
}

function pairOf(slot: string): (readonly [string, SlotQuery])[] {
  const query = kept.get(slot);
  return query ? [[slot, query]] : [];
}
