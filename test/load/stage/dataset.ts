import { newId } from '@alianza/platform/ids';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { countryNames } from '@alianza/repository/publication/country-names';
import { freeSlug, slugOf } from '@alianza/repository/publication/slugs';
import { namedConcepts } from '@alianza/repository/search/vocabulary/named-concepts';
import pg from 'pg';
import { chance, inventContent } from './texts.js';

export interface SyntheticNetwork {
  readonly id: string;
  readonly code: string;
  /** Whose practices they are. */
  readonly organizationId: string;
}

export interface SyntheticPractice {
  readonly id: string;
  readonly network: SyntheticNetwork;
  readonly slug: string;
  readonly content: PracticeContent;
}

const seed = 20_260_101;

/** As many for each network; an address is unique in its network. */
export function invent(networks: readonly SyntheticNetwork[], total: number): SyntheticPractice[] {
  const random = chance(seed);
  return networks.flatMap((network) => {
    const taken = new Set<string>();
    return Array.from({ length: Math.floor(total / networks.length) }, () => {
      const content = inventContent(random);
      const slug = freeSlug(slugOf(content.title.es ?? ''), taken);
      taken.add(slug);
      return { id: newId(), network, slug, content };
    });
  });
}

/** Rows as they are after drafting and publishing: the tenant's own and the public ones that derive from it. */
const insert = `with given as (select * from json_to_recordset($1::json) as row
    (id uuid, network uuid, organization uuid, slug text, content jsonb, names text, named text, age int)),
  own as (insert into practice (id, network_id, organization_id, slug, status, type, content, submissions, title, created_by, changed_at, published_at)
    select id, network, organization, slug, 'published', content ->> 'type', content, 1, content -> 'title' ->> 'es', organization,
      now() - age * interval '1 hour', now() - age * interval '1 hour' from given)
  insert into published_practice (network_id, practice_id, organization_id, slug, content, fallback, owner, country_names, named, published_at, version)
    select network, id, organization, slug, content, 'es', 'Organización de prueba', names, named::tsvector, now() - age * interval '1 hour', 1 from given`;
const derive = [
  `insert into published_word (network_id, word) select distinct p.network_id, word
    from published_practice p, practice_words(p.content, p.country_names || ' ' || coalesce(p.owner, '')) as word on conflict do nothing`,
  'vacuum analyze',
];
const batch = 250;

/** As superuser, on two connections: through the product it would take the length of the bench. */
export async function fill(repositoryUrl: string, practices: readonly SyntheticPractice[]): Promise<void> {
  const rowOf = ({ id, network, slug, content }: SyntheticPractice, age: number) => {
    const of = { network: network.id, organization: network.organizationId };
    return { id, ...of, slug, content, names: countryNames(content.countries), named: namedConcepts(content), age };
  };
  const pool = new pg.Pool({ connectionString: repositoryUrl, max: 2 });
  try {
    let begun = 0;
    const write = async () => {
      while (begun < practices.length) {
        const from = begun;
        begun += batch;
        const rows = practices.slice(from, begun).map((practice, index) => rowOf(practice, from + index));
        await pool.query(insert, [JSON.stringify(rows)]);
      }
    };
    await Promise.all([write(), write()]);
    for (const statement of derive) await pool.query(statement);
  } finally {
    await pool.end();
  }
}
