import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Gathered } from '@alianza/contracts/privacy/gathering';

/**
 * One kind of thing kept of a person. `rows` selects `id` (text), `at` and `data` (jsonb) of a network (`:network`) and a person (`:person`);
 * it is read in the order of `id`, as text or as the number that it is.
 */
export interface Section {
  readonly kind: string;
  readonly rows: string;
  /** Of a page: many where they are small, few where each may be long. */
  readonly limit: number;
  /** Whether `id` is a bigint. */
  readonly numbered?: boolean;
}

interface Row {
  readonly id: string;
  readonly at: Date | string | null;
  readonly data: Record<string, unknown>;
}

export interface Wanted {
  readonly networkId: string;
  readonly personId: string;
  /** `<number of the section>:<last id read>` */
  readonly after?: string | undefined;
}

const placed = ({ rows, numbered = false }: Section) =>
  `select * from (${rows}) as kept where id > ${numbered ? `coalesce(nullif(?, ''), '0')::bigint` : '?'} order by id limit ?`;

async function read(em: SqlEntityManager, section: Section, { networkId, personId }: Wanted, last: string): Promise<Row[]> {
  const values: string[] = [];
  const text = placed(section).replaceAll(/:network|:person/g, (name) => {
    values.push(name === ':network' ? networkId : personId);
    return '?';
  });
  return em.execute<Row[]>(text, [...values, last, section.limit]);
}

/** A page of what the sections hold, one section after the other; `next` is null after the last. */
export async function gather(
  em: SqlEntityManager,
  sections: readonly Section[],
  wanted: Wanted,
): Promise<{ items: Gathered[]; next: string | null }> {
  const [, begun = '0', last = ''] = /^(\d{1,3}):(.*)$/.exec(wanted.after ?? '0:') ?? [];
  const index = Number(begun);
  const section = sections[index];
  if (section === undefined) return { items: [], next: null };
  const found = await read(em, section, wanted, last);
  const items = found.map(({ at, data }) => ({ kind: section.kind, at: at === null ? null : new Date(at).toISOString(), data }));
  if (found.length === section.limit) return { items, next: `${begun}:${found.at(-1)?.id ?? ''}` };
  return { items, next: index + 1 < sections.length ? `${String(index + 1)}:` : null };
}
