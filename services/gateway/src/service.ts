import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { DeadLetterRetries } from '@alianza/platform/data/dead-letter-retries.migration';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { gatewayConfig } from './config.js';
import { SpentTicket } from './downloads/spent-ticket.entity.js';
import { GatewayModule } from './gateway.module.js';
import { RateLimit } from './limits/rate-limit.entity.js';
import { Migration0001 } from './migrations/0001-staging.js';
import { Migration0003 } from './migrations/0003-limits.js';
import { Migration0004 } from './migrations/0004-pictures.js';
import { Upload } from './uploads/upload.entity.js';
import { stagedUploadsQueue } from './uploads/uploads.purge.js';

export const definition: ServiceDefinition = {
  name: 'gateway',
  module: GatewayModule,
  queues: [stagedUploadsQueue],
  config: gatewayConfig,
  orm: defineConfig({
    entities: [...platformEntities, Upload, SpentTicket, RateLimit],
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        { name: '0001', class: Migration0001 },
        { name: '0002', class: OutboxTraces },
        { name: '0003', class: Migration0003 },
        { name: '0004', class: Migration0004 },
        { name: '0006', class: DeadLetterRetries },
      ],
      snapshot: false,
    },
    schemaGenerator: { ignoreRoutines: true },
    logger: () => undefined,
  }),
};
