import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import type { Organization } from '../../organizations/organization.entity.js';
import type { Application } from '../application.entity.js';

const organizations = defineQuery({
  name: 'applications_known_organizations',
  scope: 'tenant',
  text: `select o.id, o.slug, o.name, o.acronym, o.former_names as "formerNames", o.website, o.kind, o.status, a.id as "actorId" from organization o
    left join actor a on a.network_id = o.network_id and a.organization_id = o.id where o.network_id = $1 order by o.name_key`,
  sample: (networkId) => [networkId],
});

const others = defineQuery({
  name: 'applications_besides',
  scope: 'tenant',
  text: `select id, organization, acronym, website, email, status, submitted_at as "submittedAt" from application
    where network_id = $1 and submitted_at > '-infinity' and id <> $2 order by submitted_at desc, id desc`,
  sample: (networkId) => [networkId, nowhere],
});

export type KnownOrganization = Pick<Organization, 'id' | 'slug' | 'acronym' | 'formerNames' | 'website' | 'kind' | 'status'> & {
  name: Localized;
  actorId: string | null;
};
export type KnownApplication = Pick<Application, 'id' | 'organization' | 'acronym' | 'website' | 'email' | 'status'> & {
  submittedAt: string;
};

/** Whole, because accents, case and forms of names are compared here and not there: some thousand short rows, when a file is opened. */
export const readOrganizations = (em: SqlEntityManager, networkId: string): Promise<KnownOrganization[]> =>
  queryRows<KnownOrganization>(em, organizations, [networkId]);

/** Never those whose address nobody confirmed. */
export const readOthers = (em: SqlEntityManager, networkId: string, id: string): Promise<KnownApplication[]> =>
  queryRows<KnownApplication>(em, others, [networkId, id]);
