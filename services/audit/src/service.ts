import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { AuditModule } from './audit.module.js';
import { Migration0001 } from './migrations/0001-chain.js';

/** The chain is written and read by hand-made statements: it has no entities. */
export const definition: ServiceDefinition = {
  name: 'audit',
  module: AuditModule,
  queues: [],
  orm: defineConfig({
    entities: platformEntities,
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        { name: '0001', class: Migration0001 },
        { name: '0002', class: OutboxTraces },
      ],
      snapshot: false,
    },
    schemaGenerator: { skipTables: ['chain', 'entry', 'free_text'], ignoreRoutines: true },
    logger: () => undefined,
  }),
};
