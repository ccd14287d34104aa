import { newId } from '@alianza/platform/ids';
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { SyntheticPractice } from './dataset.js';

const hashOf = (text: string) => createHash('md5').update(text).digest('hex');
const both = (es: string, en: string) => ({ original: 'es' as const, es, en });

const picturesEach = 3;
const attachmentsEach = 2;
const replicationsEach = 3;

/** With pictures and files, as a record is that people worked on. Their bytes are nowhere: the page names where they are and reads none of them. */
export function withFiles({ content, ...practice }: SyntheticPractice): SyntheticPractice {
  const place = content.place;
  const pictures = Array.from({ length: picturesEach }, (_none, index) => ({
    id: newId(),
    hash: hashOf(`${practice.id} picture ${index}`),
    ...{ width: 1600, height: 1067, licence: 'CC-BY-4.0' as const },
    alt: both(
      `Personas de ${place} en el patio donde se cuida (${index + 1})`,
      `People of ${place} in the yard where they care (${index + 1})`,
    ),
    credit: `Archivo de ${place} (ficticio)`,
  }));
  const attachments = Array.from({ length: attachmentsEach }, (_none, index) => ({
    id: newId(),
    hash: hashOf(`${practice.id} file ${index}`),
    ...{ name: `guia-${index + 1}.pdf`, type: 'application/pdf', size: 480_000 + index, language: 'es' },
    title: `Guía ${index + 1} de ${place}`,
  }));
  return { ...practice, content: { ...content, pictures, attachments } };
}

const replicated = `insert into published_replication
    (network_id, replication_id, practice_slug, practice_title, organization_id, organization, content, confirmed_at)
  select p.network_id, gen_random_uuid(), p.slug, p.content -> 'title', gen_random_uuid(), $1::jsonb, $2::jsonb, p.published_at + turn * interval '1 hour'
  from published_practice p, generate_series(1, ${replicationsEach}) as turn where p.network_id = any($3)`;
/** As when the present version took its place. */
const secondVersion = [
  `insert into published_version (network_id, practice_id, version, content, owner, terms, published_at)
    select network_id, practice_id, version, content, owner, terms, published_at - interval '30 days' from published_practice where network_id = any($1)`,
  'update published_practice set version = 2 where network_id = any($1)',
];

const organization = both('Cooperativa que repite (ficticia)', 'Cooperative that repeats (fictitious)');
const replication = {
  ...{ country: 'CO', place: 'Ladera Imaginaria', startYear: 2025, endYear: null },
  adaptation: both(
    'Los turnos son de medio día, porque el mercado abre de madrugada.',
    'Shifts last half a day, as the market opens before dawn.',
  ),
  result: both('En seis meses se cuidaron 300 horas por turnos.', 'In six months 300 hours were cared for in shifts.'),
  source: { title: 'Cuaderno de turnos (ficticio)', url: 'https://example.org/cuaderno', publisher: null },
};

/** What others wrote of the records of these networks, and how these were before. As superuser, once they are published. */
export async function fillBeside(repositoryUrl: string, networkIds: readonly string[]): Promise<void> {
  const client = new pg.Client(repositoryUrl);
  await client.connect();
  try {
    await client.query(replicated, [JSON.stringify(organization), JSON.stringify(replication), networkIds]);
    for (const statement of secondVersion) await client.query(statement, [networkIds]);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Of the page of a record that is filled like this: what is not on it. */
export function missingOn(html: string): string[] {
  const pictures = html.match(/<figure class="picture"/g)?.length ?? 0;
  const files = new Set(html.match(/\/archivos\/[0-9a-f]{32}\//g)).size;
  const replications = html.match(/class="replica"/g)?.length ?? 0;
  const found = { pictures: pictures === picturesEach, files: files === attachmentsEach, replications: replications === replicationsEach };
  const all = { ...found, version: html.includes('Versión 2') };
  return Object.entries(all).flatMap(([name, there]) => (there ? [] : [name]));
}
