import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { Migration0001 } from './migrations/0001-practices.js';
import { Migration0003 } from './migrations/0003-words-without-letters.js';
import { OrganizationCopy } from './organizations/organization.copy.js';
import { Practice } from './practices/practice.entity.js';
import { RepositoryModule } from './repository.module.js';

/** What is published is derived by generated columns, which entities cannot say: that table is written and read by statements. */
export const definition: ServiceDefinition = {
  name: 'repository',
  module: RepositoryModule,
  queues: [],
  orm: defineConfig({
    entities: [...platformEntities, Practice, OrganizationCopy],
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        { name: '0001', class: Migration0001 },
        { name: '0002', class: OutboxTraces },
        { name: '0003', class: Migration0003 },
      ],
      snapshot: false,
    },
    schemaGenerator: { skipTables: [/^published_/], ignoreRoutines: true },
    logger: () => undefined,
  }),
};
