import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { DeadLetterRetries } from '@alianza/platform/data/dead-letter-retries.migration';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import { File } from '@alianza/platform/files/file.entity';
import { importQueues } from '@alianza/platform/imports/import-queues';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { TaskHolding } from '@alianza/platform/tasks/task-holding.entity';
import { AddressChange } from './account/address-change.entity.js';
import { addressesPurgeQueue, addressesQueue } from './account/addresses.jobs.js';
import { Actor } from './actors/actor.entity.js';
import { actorsPurgeQueue } from './actors/actors.purge.js';
import { SilencedAddress } from './actors/silenced-address.entity.js';
import { Application } from './applications/application.entity.js';
import { applicationWarningsQueue } from './applications/days/application-warnings.js';
import { purgeQueue } from './applications/applications.purge.js';
import { CalendarDay } from './calendars/calendar-day.entity.js';
import { membershipConfig } from './config.js';
import { Correspondent } from './correspondents/correspondent.entity.js';
import { correspondentsQueue } from './correspondents/correspondents.purge.js';
import { Handover } from './handovers/handover.entity.js';
import { Invitation } from './invitations/invitation.entity.js';
import { ActorImport, ActorImportIdentity, ActorImportRow } from './imports/actors/actor-import.entities.js';
import { actorImportsQueue } from './imports/actors/actor-sheets.js';
import { MemberImport, MemberImportIdentity, MemberImportRow } from './imports/member-import.entities.js';
import { memberImportsQueue } from './imports/member-sheets.js';
import { identityQueue } from './invitations/invitations.jobs.js';
import { invitationsExpiryQueue } from './invitations/days/invitations.expiry.js';
import { invitationsForgettingQueue, invitationsPurgeQueue } from './invitations/invitations.purge.js';
import { warningsQueue } from './letters/days/letter-warnings.js';
import { lettersPurgeQueue } from './letters/days/letters.purge.js';
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
import { Migration0009 } from './migrations/0009-network-settings.js';
import { Migration0010 } from './migrations/0010-calendars.js';
import { Migration0011 } from './migrations/0011-accounts.js';
import { Migration0013 } from './migrations/0013-failing-addresses.js';
import { Migration0015 } from './migrations/0015-actors.js';
import { Migration0016 } from './migrations/0016-former-names.js';
import { Migration0017 } from './migrations/0017-import-failures.js';
import { Migration0018 } from './migrations/0018-invited-addresses.js';
import { Migration0021 } from './migrations/0021-disabled-by.js';
import { Migration0022 } from './migrations/0022-erasures-told.js';
import { Migration0023 } from './migrations/0023-task-holders.js';
import { Migration0024 } from './migrations/0024-erasures-held-for.js';
import { Migration0025 } from './migrations/0025-actor-imports.js';
import { Migration0026 } from './migrations/0026-bounced-outside.js';
import { Migration0028 } from './migrations/0028-application-notices.js';
import { Migration0027 } from './migrations/0027-applications-warned.js';
import { Migration0029 } from './migrations/0029-invitation-expiry.js';
import { Migration0030 } from './migrations/0030-bounced-address-changes.js';
import { Migration0031 } from './migrations/0031-erasures-closing.js';
import { Migration0036 } from './migrations/0036-application-consents.js';
import { Migration0037 } from './migrations/0037-standings-at-once.js';
import { Network } from './networks/network.entity.js';
import { marksQueue } from './networks/settings/marks.service.js';
import { NetworkStatement } from './networks/statements/network-statement.entity.js';
import { CategoryPeriod } from './organizations/categories/category-period.entity.js';
import { OrganizationFact } from './organizations/history/organization-fact.entity.js';
import { exportsQueue } from './organizations/members/export.service.js';
import { Organization } from './organizations/organization.entity.js';
import { logosQueue } from './organizations/profiles/logos.service.js';
import { PublishedOrganization } from './organizations/published-organization.entity.js';
import { Account } from './people/account.entity.js';
import { accountSessionsQueue, accountsQueue } from './people/accounts.jobs.js';
import { disabledQueue } from './people/disabling.service.js';
import { PersonNetwork } from './people/person-network.entity.js';
import { Person } from './people/person.entity.js';
import { Consent } from './privacy/consent.entity.js';
import { copiesPurgeQueue, copiesQueue } from './privacy/copies/copies.jobs.js';
import { PersonalCopy } from './privacy/copies/personal-copy.entity.js';
import { Erasure } from './privacy/erasure/erasure.entity.js';
import { closingQueue } from './privacy/erasure/accounts-closing.jobs.js';
import { erasuresQueue } from './privacy/erasure/erasures.jobs.js';
import { FailingAddress } from './recipients/failing-address.entity.js';
import { Role } from './roles/role.entity.js';

const people = [Person, Account, PersonNetwork, FailingAddress, Role, Letter, TaskHolding, Handover];
const ownAccounts = [AddressChange, PersonalCopy, Erasure, Consent];
const ownAccountQueues = [addressesQueue, addressesPurgeQueue, copiesQueue, copiesPurgeQueue, erasuresQueue, closingQueue];
const organizations = [Network, NetworkStatement, CalendarDay, Organization, PublishedOrganization, CategoryPeriod, OrganizationFact];
const actors = [Actor, SilencedAddress];
const admission = [Application, Correspondent, Invitation, Link, File];
const imports = [MemberImport, MemberImportRow, MemberImportIdentity, ActorImport, ActorImportRow, ActorImportIdentity];

export const definition: ServiceDefinition = {
  name: 'membership',
  module: MembershipModule,
  queues: [
    actorsPurgeQueue,
    identityQueue,
    accountsQueue,
    accountSessionsQueue,
    disabledQueue,
    warningsQueue,
    lettersPurgeQueue,
    invitationsExpiryQueue,
    invitationsPurgeQueue,
    invitationsForgettingQueue,
    purgeQueue,
    applicationWarningsQueue,
    correspondentsQueue,
    exportsQueue,
    logosQueue,
    marksQueue,
    ...ownAccountQueues,
    ...importQueues(memberImportsQueue),
    ...importQueues(actorImportsQueue),
  ],
  config: membershipConfig,
  orm: defineConfig({
    entities: [...platformEntities, ...organizations, ...people, ...ownAccounts, ...actors, ...admission, ...imports],
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
        { name: '0009', class: Migration0009 },
        { name: '0010', class: Migration0010 },
        { name: '0011', class: Migration0011 },
        { name: '0013', class: Migration0013 },
        { name: '0014', class: DeadLetterRetries },
        { name: '0015', class: Migration0015 },
        { name: '0016', class: Migration0016 },
        { name: '0017', class: Migration0017 },
        { name: '0018', class: Migration0018 },
        { name: '0021', class: Migration0021 },
        { name: '0022', class: Migration0022 },
        { name: '0023', class: Migration0023 },
        { name: '0024', class: Migration0024 },
        { name: '0025', class: Migration0025 },
        { name: '0026', class: Migration0026 },
        { name: '0027', class: Migration0027 },
        { name: '0028', class: Migration0028 },
        { name: '0029', class: Migration0029 },
        { name: '0030', class: Migration0030 },
        { name: '0031', class: Migration0031 },
        { name: '0036', class: Migration0036 },
        { name: '0037', class: Migration0037 },
      ],
      snapshot: false,
    },
    schemaGenerator: { ignoreRoutines: true },
    logger: () => undefined,
  }),
};
