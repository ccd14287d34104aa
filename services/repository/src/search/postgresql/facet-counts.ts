import { defineQuery } from '@alianza/platform/data/queries';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { facetNames, type Count, type FacetName, type Filters, type Hits } from '../practice-index.js';

/** Bytes of the digest of a record, which stands for all its facets, as the function `facet_digest` makes it. */
const width = 6;

/** $1 network, $2 digests. */
const digested = defineQuery({
  name: 'practices_digested',
  scope: 'public',
  text: 'select distinct on (digest) digest, facets from published_facet where network_id = $1 and digest = any($2::bytea[])',
  sample: (networkId) => [networkId, [Buffer.alloc(width)]],
});

/** Places of the values of one record. */
type Places = readonly number[];

interface Found {
  readonly records: readonly Places[];
  /** Digests of which nothing is known. */
  readonly missing: readonly Buffer[];
}

/** What digests stand for in a network. A digest never comes to mean anything else: what is known of it stays true. */
class Known {
  /** A record refers to them by their place. */
  readonly values: { readonly name: FacetName; readonly value: string }[] = [];
  readonly placeOf = new Map<string, number>();
  private readonly records = new Map<number, Places>();

  learn(digest: Buffer, facets: readonly string[]): void {
    this.records.set(
      digest.readUIntBE(0, width),
      facets.map((facet) => this.place(facet)),
    );
  }

  makeRoom(): void {
    if (this.records.size >= mostRecords) this.records.clear();
  }

  recordsOf(digests: Buffer): Found {
    const records: Places[] = [];
    const missing = new Map<number, Buffer>();
    for (let at = 0; at < digests.length; at += width) {
      const digest = digests.readUIntBE(at, width);
      const record = this.records.get(digest);
      if (record) records.push(record);
      else missing.set(digest, digests.subarray(at, at + width));
    }
    return { records, missing: [...missing.values()] };
  }

  /** Of `facet=value`. */
  private place(written: string): number {
    const known = this.placeOf.get(written);
    if (known !== undefined) return known;
    const [name, value] = written.split(/=(.*)/s, 2) as [FacetName, string];
    const place = this.values.push({ name, value }) - 1;
    this.placeOf.set(written, place);
    return place;
  }
}

const mostRecords = 200_000;
const mostNetworks = 500;

export interface Counted {
  readonly counts: Hits['counts'];
  /** How many match the words; and those of them that meet every filter. */
  readonly matched: number;
  readonly total: number;
}

/** Facets of what was found, counted here: a database takes ten times as long to count as to say what it found. */
export class FacetCounts {
  private readonly known = new Map<string, Known>();
  private readonly reading = new Map<string, Promise<void>>();

  constructor(private readonly reads: PublicReads) {}

  /** `digests`: those of the records that match the words, one behind the other. */
  async of(networkId: string, digests: Buffer, filters: Filters): Promise<Counted> {
    const known = this.knownOf(networkId);
    const found = known.recordsOf(digests);
    const { records } = found.missing.length === 0 ? found : await this.learn(networkId, known, digests);
    return { ...count(known, records, filters), matched: digests.length / width };
  }

  private knownOf(networkId: string): Known {
    const known = this.known.get(networkId) ?? new Known();
    if (this.known.size >= mostNetworks) this.known.clear();
    this.known.set(networkId, known);
    return known;
  }

  /** Once for all who ask meanwhile: something has been published. */
  private async learn(networkId: string, known: Known, digests: Buffer): Promise<Pick<Found, 'records'>> {
    await this.reading.get(networkId);
    known.makeRoom();
    const found = known.recordsOf(digests);
    if (found.missing.length === 0) return found;
    const reading = this.read(networkId, known, found.missing).finally(() => this.reading.delete(networkId));
    this.reading.set(networkId, reading);
    await reading;
    return known.recordsOf(digests);
  }

  private async read(networkId: string, known: Known, missing: readonly Buffer[]): Promise<void> {
    const rows = await this.reads.rows<{ digest: Buffer; facets: string[] }>(digested, [networkId, missing]);
    for (const { digest, facets } of rows) known.learn(digest, facets);
  }
}

/** Each facet counts under all filters but its own: a record that fails one filter counts in that facet alone. */
function count({ values, placeOf }: Known, records: readonly Places[], filters: Filters): Omit<Counted, 'matched'> {
  const filtered = facetNames.filter((name) => filters[name].length > 0);
  const bitOf = (name: FacetName) => (filtered.includes(name) ? 1 << filtered.indexOf(name) : 0);
  const meets = new Uint16Array(values.length);
  for (const name of filtered)
    for (const value of filters[name]) {
      const place = placeOf.get(`${name}=${value}`);
      if (place !== undefined) meets[place] = bitOf(name);
    }
  const every = (1 << filtered.length) - 1;
  const tallies = new Map([0, ...filtered.map(bitOf)].map((failed) => [failed, new Uint32Array(values.length)]));
  let total = 0;
  for (const record of records) {
    let met = 0;
    for (const place of record) met |= meets[place] ?? 0;
    if (met === every) total++;
    const tally = tallies.get(every & ~met);
    if (tally) for (const place of record) tally[place] = (tally[place] ?? 0) + 1;
  }
  const counts = Object.fromEntries(facetNames.map((name): [FacetName, Count[]] => [name, []])) as Record<FacetName, Count[]>;
  for (const [place, { name, value }] of values.entries()) {
    const among = new Set([0, bitOf(name)]); // who fails nothing, and who fails this filter alone
    const sum = [...among].reduce((all, failed) => all + (tallies.get(failed)?.[place] ?? 0), 0);
    if (sum > 0) counts[name].push({ value, count: sum });
  }
  return { counts, total };
}
