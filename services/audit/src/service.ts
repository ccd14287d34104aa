import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { DeadLetterRetries } from '@alianza/platform/data/dead-letter-retries.migration';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import { File } from '@alianza/platform/files/file.entity';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { AuditModule } from './audit.module.js';
import { verificationsQueue } from './chain/verifications.service.js';
import { exportsQueue } from './entries/export/export.service.js';
import { Migration0001 } from './migrations/0001-chain.js';
import { Migration0004 } from './migrations/0004-search.js';

/** The chain is written and read by hand-made statements: it has no entities. */
export const definition: ServiceDefinition = {
  name: 'audit',
  module: AuditModule,
  queues: [verificationsQueue, exportsQueue],
  orm: defineConfig({
    entities: [...platformEntities, File],
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        { name: '0001', class: Migration0001 },
        { name: '0002', class: OutboxTraces },
        { name: '0004', class: Migration0004 },
        { name: '0005', class: DeadLetterRetries },
      ],
      snapshot: false,
    },
    schemaGenerator: { skipTables: ['chain', 'entry', 'free_text', 'verification'], ignoreRoutines: true },
    logger: () => undefined,
  }),
};
