import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { defineQuery } from '@alianza/platform/data/queries';
import type { Slot } from './slots.js';

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
  /** The very words, not what stands for them; null where nothing does. */
  readonly said: string | null;
  readonly saidInTitle: string | null;
}

/** $1 slots, $2 the words of each. The same for ever: it reads no table. */
export const slotQueries = defineQuery({
  name: 'practices_slot_queries',
  scope: 'public',
  text: `select query::text, close::text, weighed(close, 'A')::text as "inTitle", weighed(close, 'B')::text as "inSummary", weighed(close, 'C')::text as "inBody",
      weighed(query, 'A')::text as "apartInTitle", said::text, weighed(said, 'A')::text as "saidInTitle"
    from (select slot_query(written) as query, slot_query(written, true) as close, slot_query(words) as said, place
      from unnest($1::text[], $2::text[]) with ordinality as given (written, words, place)) as read order by place`,
  sample: () => [
    ['guarderias', '=moviles'],
    ['guarderias', 'moviles'],
  ],
});

const mostKept = 20_000;
const kept = new Map<string, SlotQuery>();

type Read = Pick<Slot, 'alternatives' | 'said'>;
const keyOf = ({ alternatives, said }: Read): string => `${alternatives} ${said ?? ''}`;

/** People ask for the same words: what each is to the index is worked out once. */
export async function queriesOf(reads: PublicReads, slots: readonly Read[]): Promise<SlotQuery[]> {
  const unknown = [...new Map(slots.map((slot) => [keyOf(slot), slot])).values()].filter((slot) => !kept.has(keyOf(slot)));
  const asked = [unknown.map(({ alternatives }) => alternatives), unknown.map(({ said }) => said)];
  const read = unknown.length === 0 ? [] : await reads.rows<SlotQuery>(slotQueries, asked);
  const found = new Map([...slots.flatMap(pairOf), ...unknown.map((slot, index) => [keyOf(slot), read[index]] as const)]);
  if (kept.size + unknown.length > mostKept) kept.clear();
  for (const [key, query] of found) if (query) kept.set(key, query);
  return slots.flatMap((slot) => found.get(keyOf(slot)) ?? []);
}

function pairOf(slot: Read): (readonly [string, SlotQuery])[] {
  const query = kept.get(keyOf(slot));
  return query ? [[keyOf(slot), query]] : [];
}
