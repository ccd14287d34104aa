import { Injectable } from '@nestjs/common';
import type { findNamedOrganizations, ShownOrganization } from '@alianza/contracts/membership/organizations';
import type { AnswerOf } from '@alianza/contracts/operation';
import { regionOf } from '@alianza/contracts/membership/directory/regions';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { organizationShown, organizationsNamed } from './directory.queries.js';
import type { DirectoryTexts } from './published-organization.entity.js';
import { OrganizationNotFoundError } from './standing/standing.errors.js';

type Named = Pick<ShownOrganization, 'slug' | 'acronym'> & { texts: DirectoryTexts; formerNames: string[] | null };
/** Nothing of what it does not show, and of entries from before not even a list. */
type Shown = Omit<
  ShownOrganization,
  'name' | 'role' | 'names' | 'categorySince' | 'languages' | 'links' | 'work' | 'formerNames' | 'initiatives'
>;
type Row = Shown &
  Named & {
    categorySince: Date | null;
    languages: string[] | null;
    links: ShownOrganization['links'] | null;
    initiatives: ShownOrganization['initiatives'] | null;
    work: Record<PortalLanguage, string> | null;
  };

/** What it was called before is still written in records. */
const namesOf = ({ texts, acronym, formerNames }: Named): string[] => [
  ...new Set([texts.es.name, texts.en.name, ...(acronym === null ? [] : [acronym]), ...(formerNames ?? [])]),
];

/** Single organisations of the directory, for anybody: those that do not consent to stand there are not found. */
@Injectable()
export class ShownService {
  constructor(private readonly reads: PublicReads) {}

  async get(key: string, call: Call): Promise<ShownOrganization> {
    const [row] = await this.reads.rows<Row>(organizationShown, [call.network, key], call.request.left);
    if (row === undefined) throw new OrganizationNotFoundError();
    const { texts, categorySince, languages, links, work, logo, formerNames, initiatives, ...facts } = row;
    return {
      ...facts,
      ...texts[call.lang],
      names: namesOf(row),
      categorySince: categorySince?.toISOString() ?? null,
      region: regionOf(row),
      languages: languages ?? [],
      links: links ?? [],
      formerNames: formerNames ?? [],
      initiatives: initiatives ?? [],
      work: work && work[call.lang],
      logo: logo && { hash: logo.hash, width: logo.width, height: logo.height },
    };
  }

  async named(names: readonly string[], call: Call): Promise<AnswerOf<typeof findNamedOrganizations>> {
    if (names.length === 0) return { items: [] };
    const rows = await this.reads.rows<Named>(organizationsNamed, [call.network, names], call.request.left);
    const current = ({ texts: { es, en } }: Named) => [...new Set([es.name, en.name])];
    const items = rows.map((row) => ({ slug: row.slug, name: row.texts[call.lang].name, current: current(row), names: namesOf(row) }));
    return { items };
  }
}
