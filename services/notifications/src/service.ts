import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { DeadLetterRetries } from '@alianza/platform/data/dead-letter-retries.migration';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { configuration } from './configuration.js';
import { ReturnPath } from './bounces/return-path.entity.js';
import { digestsQueue } from './digests/digests.jobs.js';
import { MailingRecipient } from './mailings/mailing-recipient.entity.js';
import { Mailing } from './mailings/mailing.entity.js';
import { mailingsQueue } from './mailings/mailings.jobs.js';
import { Mail } from './mails/mail.entity.js';
import { mailQueue } from './mails/queue.js';
import { mailsPurgeQueue } from './purges/mails.purge.js';
import { Migration0001 } from './migrations/0001-notices.js';
import { Migration0003 } from './migrations/0003-consumer-names.js';
import { Migration0004 } from './migrations/0004-titles.js';
import { Migration0006 } from './migrations/0006-delivery.js';
import { Migration0007 } from './migrations/0007-mailings.js';
import { Migration0013 } from './migrations/0013-open-tasks.js';
import { Migration0014 } from './migrations/0014-settled.js';
import { Migration0016 } from './migrations/0016-checks-due.js';
import { NetworkCopy } from './networks/network.copy.js';
import { Notice } from './notices/notice.entity.js';
import { noticeQueue } from './notices/planning.service.js';
import { NotificationsModule } from './notifications.module.js';
import { Preference } from './preferences/preference.entity.js';
import { Settled } from './settling/settled.entity.js';
import { Subscription } from './subscriptions/subscription.entity.js';

export const definition: ServiceDefinition = {
  name: 'notifications',
  module: NotificationsModule,
  queues: [noticeQueue, mailQueue, digestsQueue, mailingsQueue, mailsPurgeQueue],
  config: configuration,
  orm: defineConfig({
    entities: [...platformEntities, Mail, Mailing, MailingRecipient, NetworkCopy, Notice, Preference, ReturnPath, Settled, Subscription],
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        { name: '0001', class: Migration0001 },
        { name: '0002', class: OutboxTraces },
        { name: '0003', class: Migration0003 },
        { name: '0004', class: Migration0004 },
        { name: '0006', class: Migration0006 },
        { name: '0007', class: Migration0007 },
        { name: '0010', class: DeadLetterRetries },
        { name: '0013', class: Migration0013 },
        { name: '0014', class: Migration0014 },
        { name: '0016', class: Migration0016 },
      ],
      snapshot: false,
    },
    schemaGenerator: { ignoreRoutines: true },
    logger: () => undefined,
  }),
};
