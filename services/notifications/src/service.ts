import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { configuration } from './configuration.js';
import { Mail } from './mails/mail.entity.js';
import { mailQueue } from './mails/queue.js';
import { Migration0001 } from './migrations/0001-notices.js';
import { Migration0003 } from './migrations/0003-consumer-names.js';
import { Migration0004 } from './migrations/0004-titles.js';
import { NetworkCopy } from './networks/network.copy.js';
import { Notice } from './notices/notice.entity.js';
import { noticeQueue } from './notices/planning.service.js';
import { NotificationsModule } from './notifications.module.js';
import { Preference } from './preferences/preference.entity.js';

export const definition: ServiceDefinition = {
  name: 'notifications',
  module: NotificationsModule,
  queues: [noticeQueue, mailQueue],
  config: configuration,
  orm: defineConfig({
    entities: [...platformEntities, Mail, NetworkCopy, Notice, Preference],
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        { name: '0001', class: Migration0001 },
        { name: '0002', class: OutboxTraces },
        { name: '0003', class: Migration0003 },
        { name: '0004', class: Migration0004 },
      ],
      snapshot: false,
    },
    schemaGenerator: { ignoreRoutines: true },
    logger: () => undefined,
  }),
};
