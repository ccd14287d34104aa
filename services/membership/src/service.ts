import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import { File } from '@alianza/platform/files/file.entity';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { Application } from './applications/application.entity.js';
import { purgeQueue } from './applications/applications.purge.js';
import { membershipConfig } from './config.js';
import { Correspondent } from './correspondents/correspondent.entity.js';
import { correspondentsQueue } from './correspondents/correspondents.purge.js';
import { Handover } from './handovers/handover.entity.js';
import { Invitation } from './invitations/invitation.entity.js';
import { MemberImportIdentity, MemberImportRow } from './imports/member-import-row.entities.js';
import { MemberImport } from './imports/member-import.entity.js';
import { memberImportsPurgeQueue, memberImportsQueue } from './imports/steps/imports.queues.js';
import { identityQueue } from './invitations/invitations.jobs.js';
import { warningsQueue } from './letters/letter-warnings.js';
import { Letter } from './letters/letter.entity.js';
import { Link } from './links/link.entity.js';
import { MembershipModule } from './membership.module.js';
import { Migration0001 } from './migrations/0001-foundation.js';
import { Migration0002 } from './migrations/0002-standing.js';
import { Migration0004 } from './migrations/0004-correspondents.js';
import { Migration0005 } from './migrations/0005-category-since.js';
import { Migration0006 } from './migrations/0006-representation.js';
import { Migration0007 } from './migrations/0007-organizations.js';
import { Migration0008 } from './migrations/0008-application-desk.js';
import { Network } from './networks/network.entity.js';
import { CategoryPeriod } from './organizations/categories/category-period.entity.js';
import { OrganizationFact } from './organizations/history/organization-fact.entity.js';
import { exportsQueue } from './organizations/members/export.service.js';
import { Organization } from './organizations/organization.entity.js';
import { logosQueue } from './organizations/profiles/logos.service.js';
import { PublishedOrganization } from './organizations/published-organization.entity.js';
import { Account } from './people/account.entity.js';
import { accountsQueue } from './people/accounts.jobs.js';
import { PersonNetwork } from './people/person-network.entity.js';
import { Person } from './people/person.entity.js';
import { Role } from './roles/role.entity.js';

const people = [Person, Account, PersonNetwork, Role, Letter, Handover];
const organizations = [Network, Organization, PublishedOrganization, CategoryPeriod, OrganizationFact];
const admission = [Application, Correspondent, Invitation, Link, File];
const imports = [MemberImport, MemberImportRow, MemberImportIdentity];
const importQueues = [memberImportsQueue, memberImportsPurgeQueue];

export const definition: ServiceDefinition = {
  name: 'membership',
  module: MembershipModule,
  queues: [identityQueue, accountsQueue, warningsQueue, purgeQueue, correspondentsQueue, exportsQueue, logosQueue, ...importQueues],
  config: membershipConfig,
  orm: defineConfig({
    entities: [...platformEntities, ...organizations, ...people, ...admission, ...imports],
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        { name: '0001', class: Migration0001 },
        { name: '0002', class: Migration0002 },
        { name: '0003', class: OutboxTraces },
        { name: '0004', class: Migration0004 },
        { name: '0005', class: Migration0005 },
        { name: '0006', class: Migration0006 },
        { name: '0007', class: Migration0007 },
        { name: '0008', class: Migration0008 },
      ],
      snapshot: false,
    },
    schemaGenerator: { ignoreRoutines: true },
    logger: () => undefined,
  }),
};
