import { defineQuery } from '@alianza/platform/data/queries';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { createHash } from 'node:crypto';
import { facetNames, type Count, type FacetName, type Hits } from '../practice-index.js';

/** Records that match the words: those that meet every filter (''), those that fail that one facet alone, and the others (null). */
export interface Group {
  readonly failed: string | null;
  readonly count: number;
  /** Of all their facets, six bytes each. */
  readonly marks: Buffer | null;
}

/** Bytes of a mark: the beginning of the digest of what it stands for, as the function `facet_marks` makes it. */
const width = 6;
const markOf = (value: string): number => createHash('md5').update(value).digest().readUIntBE(0, width);

/** $1 network. */
const values = defineQuery({
  name: 'practices_facet_values',
  scope: 'public',
  text: 'select distinct value from published_facet, unnest(facets) as value where network_id = $1',
  sample: (networkId) => [networkId],
});

interface Tally {
  readonly mark: number;
  count: number;
}

/** Many more than a network has values. */
const places = 1024;

/** A hundred thousand marks stand for some hundred values: whose tally stood last in the place of a mark is looked at first, which takes half the time. */
function countMarks(marks: Buffer): Map<number, Tally> {
  const counts = new Map<number, Tally>();
  const last: (Tally | undefined)[] = Array.from({ length: places });
  for (let at = 0; at < marks.length; at += width) {
    const mark = marks.readUIntBE(at, width);
    const place = marks.readUInt16BE(at) % places;
    let tally = last[place];
    if (tally?.mark !== mark) last[place] = tally = counts.get(mark) ?? { mark, count: 0 };
    if (tally.count++ === 0) counts.set(mark, tally);
  }
  return counts;
}

type Values = ReadonlyMap<number, string>;
const mostNetworks = 500;

/** Facets of what was found, counted here, and what each mark stands for. */
export class FacetCounts {
  private readonly known = new Map<string, Values>();
  private readonly reading = new Map<string, Promise<Values>>();

  constructor(private readonly reads: PublicReads) {}

  /** Each facet counts under all filters but its own: a record that fails one facet counts in that one alone. */
  async of(networkId: string, groups: readonly Group[]): Promise<Hits['counts']> {
    const counted = groups.flatMap(({ failed, marks }) =>
      failed === null || marks === null ? [] : [{ failed, counts: countMarks(marks) }],
    );
    const values = await this.valuesOf(
      networkId,
      counted.flatMap(({ counts }) => [...counts.keys()]),
    );
    const found = new Map<string, Map<string, number>>(facetNames.map((name) => [name, new Map()]));
    for (const { failed, counts } of counted)
      for (const [mark, { count }] of counts) {
        const [facet = '', value = ''] = (values.get(mark) ?? '').split(/=(.*)/s, 2);
        const sums = failed === '' || failed === facet ? found.get(facet) : undefined;
        sums?.set(value, (sums.get(value) ?? 0) + count); // a record of several values counts in both groups
      }
    const listed = [...found].map(([name, sums]): [string, Count[]] => [name, [...sums].map(([value, count]) => ({ value, count }))]);
    return Object.fromEntries(listed) as Record<FacetName, Count[]>;
  }

  /** Read anew, once for all who ask meanwhile, where a mark is unknown: something of another kind has been published. */
  private async valuesOf(networkId: string, marks: readonly number[]): Promise<Values> {
    const isEnough = (values?: Values): values is Values => values !== undefined && marks.every((mark) => values.has(mark));
    const known = this.known.get(networkId);
    if (isEnough(known)) return known;
    const shared = await this.reading.get(networkId);
    if (isEnough(shared)) return shared;
    const reading = this.read(networkId).finally(() => this.reading.delete(networkId));
    this.reading.set(networkId, reading);
    return reading;
  }

  private async read(networkId: string): Promise<Values> {
    const rows = await this.reads.rows<{ value: string }>(values, [networkId]);
    const read = new Map(rows.map(({ value }) => [markOf(value), value]));
    if (this.known.size >= mostNetworks) this.known.clear();
    this.known.set(networkId, read);
    return read;
  }
}

const sum = (groups: readonly Group[]): number => groups.reduce((all, { count }) => all + count, 0);

/** How many match the words; and those of them that meet every filter. */
export const matchedOf = (groups: readonly Group[]): number => sum(groups);
export const totalOf = (groups: readonly Group[]): number => sum(groups.filter(({ failed }) => failed === ''));
