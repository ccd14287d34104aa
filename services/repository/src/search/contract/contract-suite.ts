import { describe, expect, it } from '@jest/globals';
import { withdrawalCauses } from '@alianza/contracts/repository/publication/withdrawals';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { newId } from '@alianza/platform/ids';
import type { MikroORM } from '@mikro-orm/postgresql';
import { countryNames } from '../../publication/country-names.js';
import { putPublished } from '../../publication/publication.queries.js';
import { bury } from '../../withdrawals/withdrawals.queries.js';
import { facetNames, type Filters, type Hits, type PracticeIndex, type Wanted } from '../practice-index.js';
import { endsWithinWord, queryWords } from '../words.js';
import { elsewhere, records, twofold, withdrawn, type ContractRecord } from './contract-records.js';
import { practiceIndexContract, type ContractCase } from './practice-index-contract.js';

const [network, other] = [newId(), newId()];
const noFilter = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Filters;

type Again = ContractRecord & { readonly practiceId?: string | undefined };

async function publish(orm: MikroORM, networkId: string, { slug, content, practiceId = newId() }: Again, at: number): Promise<string> {
  const row = { networkId, practiceId, slug, content, fallback: 'es', owner: null, countryNames: countryNames(content.countries) } as const;
  const publishedAt = new Date(Date.UTC(2026, 0, 1, 0, at));
  await inNetwork(orm.em, { networkId }, (em) => putPublished(em, { ...row, publishedAt }));
  return practiceId;
}

async function call(orm: MikroORM, concept: string): Promise<void> {
  const said = [other, twofold.scheme, concept, JSON.stringify({ es: [twofold.word], en: [] }), new Date(Date.UTC(2026, 0, 1))];
  const row =
    'insert into published_concept (network_id, scheme, concept, synonyms, place, retired, version, since) values (?, ?, ?, ?, 1, false, 1, ?)';
  await inNetwork(orm.em, { networkId: other }, (em) => em.execute(row, said));
}

/** Two networks with what the cases are about, something withdrawn among it. */
export async function publishContract(orm: MikroORM): Promise<void> {
  const ids: string[] = [];
  for (const [at, record] of records.entries()) ids.push(await publish(orm, network, record, at));
  for (const record of records.slice(0, 1)) await publish(orm, network, { ...record, practiceId: ids[0] }, records.length + 1);
  for (const [at, record] of elsewhere.entries()) await publish(orm, other, record, at);
  for (const concept of twofold.concepts) await call(orm, concept);
  const practiceId = await publish(orm, network, withdrawn, records.length);
  const [cause] = withdrawalCauses;
  const reason = { original: 'es', es: 'Ya no sigue.' } as const;
  const at = new Date(Date.UTC(2026, 1, 1));
  await inNetwork(orm.em, { networkId: network }, (em) => bury(em, { networkId: network, practiceId, cause, reason, at }));
}

export function wantedOf({ q, asked = {} }: Pick<ContractCase, 'q' | 'asked'>): Wanted {
  const words = { words: queryWords(q), unfinished: endsWithinWord(q) };
  return { ...noFilter, cursor: undefined, sort: 'relevance', limit: 100, lang: 'es', ...asked, ...words };
}

const slugsOf = ({ rows }: Hits): string[] => rows.map(({ slug }) => slug);

function expectCase(hits: Hits, { finds, inOrder, first, lacks, total, corrected, meant, partial, counts = [] }: ContractCase): void {
  const slugs = slugsOf(hits);
  expect(hits.degraded).toBe(false);
  if (finds) expect(slugs.toSorted()).toEqual(finds.toSorted());
  if (inOrder) expect(slugs).toEqual(inOrder);
  if (lacks !== undefined) expect(slugs).not.toContain(lacks);
  if (first !== undefined) expect(slugs[0]).toBe(first);
  expect(hits.total).toBe(total ?? slugs.length);
  expect(hits.meant).toEqual([...new Set(hits.meant)]);
  if (corrected !== undefined) expect(hits.corrected).toBe(corrected);
  if (meant !== undefined) expect(hits.meant).toEqual(meant.length === 0 ? [] : expect.arrayContaining([...meant]));
  if (partial !== undefined) expect(hits.partial).toBe(partial);
  for (const [facet, value, count] of counts) {
    const of = hits.counts[facet].filter((one) => one.value === value);
    expect([facet, value, of.map((one) => one.count)]).toEqual([facet, value, count === null ? [] : [count]]);
  }
}

/** Every case of the contract, and pages of every order, on an index that holds what `publishContract` published. */
export function contractSuite(open: () => PracticeIndex): void {
  describe.each(Object.entries(practiceIndexContract))('%s', (_about, cases) => {
    it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
      expectCase(await open().search(one.in === 'elsewhere' ? other : network, wantedOf(one)), one);
    });
  });

  describe('pages', () => {
    it.each(['relevance', 'newest', 'changed', 'title'] as const)('by %s meet without gap or overlap', async (sort) => {
      for (const q of ['', 'trabajo']) {
        const whole = slugsOf(await open().search(network, wantedOf({ q, asked: { sort } })));
        const seen: string[] = [];
        let cursor: string | undefined;
        for (let turn = 0; turn <= whole.length; turn++) {
          const page = await open().search(network, wantedOf({ q, asked: { sort, limit: 2, cursor } }));
          expect(page.total).toBe(whole.length);
          seen.push(...slugsOf(page));
          if (page.nextCursor === null) break;
          cursor = page.nextCursor;
        }
        expect(seen).toEqual(whole);
      }
    });
  });

  it('is tried with at least sixty cases', () => {
    expect(Object.values(practiceIndexContract).flat().length).toBeGreaterThanOrEqual(60);
  });
}
