import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { DeadLetterRetries } from '@alianza/platform/data/dead-letter-retries.migration';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import { importQueues } from '@alianza/platform/imports/import-queues';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { TaskHolding } from '@alianza/platform/tasks/task-holding.entity';
import { RecordFile } from './attachments/record-file.entity.js';
import { recordFilesQueue } from './attachments/record-files.purge.js';
import { CountSalt, CountVisitor } from './counts/count.entities.js';
import { countsQueue } from './counts/counts.purge.js';
import { Import, ImportIdentity, ImportRow, KeptMapping } from './imports/import.entities.js';
import { importsQueue } from './imports/practice-sheets.js';
import { inquiriesQueue } from './inquiries/inquiries.purge.js';
import { Inquiry } from './inquiries/inquiry.entity.js';
import { Migration0001 } from './migrations/0001-practices.js';
import { Migration0003 } from './migrations/0003-words-without-letters.js';
import { Migration0004 } from './migrations/0004-search-by-concepts.js';
import { Migration0006 } from './migrations/0006-reviews.js';
import { Migration0007 } from './migrations/0007-verifications.js';
import { Migration0008 } from './migrations/0008-concepts-and-inquiries.js';
import { Migration0009 } from './migrations/0009-published-changes.js';
import { Migration0010 } from './migrations/0010-replications.js';
import { Migration0011 } from './migrations/0011-counts.js';
import { Migration0012 } from './migrations/0012-record-files.js';
import { Migration0013 } from './migrations/0013-search-feed.js';
import { Migration0014 } from './migrations/0014-imports.js';
import { Migration0015 } from './migrations/0015-taxonomy.js';
import { Migration0016 } from './migrations/0016-messages.js';
import { Migration0017 } from './migrations/0017-related-areas.js';
import { Migration0018 } from './migrations/0018-facet-marks.js';
import { Migration0020 } from './migrations/0020-import-failures.js';
import { Migration0023 } from './migrations/0023-rights.js';
import { Migration0024 } from './migrations/0024-entries.js';
import { Migration0025 } from './migrations/0025-stand-ins.js';
import { Migration0026 } from './migrations/0026-first-publication.js';
import { Migration0027 } from './migrations/0027-task-holders.js';
import { Migration0028 } from './migrations/0028-second-thoughts.js';
import { Migration0029 } from './migrations/0029-columns-written-once.js';
import { Migration0030 } from './migrations/0030-undelivered-answers.js';
import { Migration0031 } from './migrations/0031-named-by-themselves.js';
import { Migration0032 } from './migrations/0032-confirmations.js';
import { Migration0033 } from './migrations/0033-documents-in-rows.js';
import { Migration0034 } from './migrations/0034-without-addresses.js';
import { Migration0035 } from './migrations/0035-read-first-stands-first.js';
import { Migration0036 } from './migrations/0036-counted-beside.js';
import { TermsCopy } from './networks/terms.copy.js';
import { OrganizationCopy } from './organizations/organization.copy.js';
import { Practice } from './practices/practice.entity.js';
import { Replication } from './replications/replication.entity.js';
import { Guest } from './reviews/guest.entity.js';
import { Submission } from './reviews/submission.entity.js';
import { ReviewComment } from './comments/review-comment.entity.js';
import { searchConfig } from './search/search.config.js';
import { reminderQueue } from './verifications/verification-reminders.js';
import { Concept } from './taxonomy/concept.entity.js';
import { taxonomyQueue } from './taxonomy/taxonomy-reindex.js';
import { RepositoryModule } from './repository.module.js';

/** What is published is derived by a trigger, which entities cannot say: that table is written and read by statements. */
export const definition: ServiceDefinition = {
  name: 'repository',
  module: RepositoryModule,
  config: searchConfig,
  queues: [inquiriesQueue, countsQueue, reminderQueue, taxonomyQueue, ...importQueues(importsQueue), recordFilesQueue],
  orm: defineConfig({
    entities: [
      ...platformEntities,
      Inquiry,
      Practice,
      Submission,
      ReviewComment,
      RecordFile,
      Guest,
      OrganizationCopy,
      TermsCopy,
      Replication,
      CountSalt,
      CountVisitor,
      Concept,
      Import,
      ImportRow,
      ImportIdentity,
      KeptMapping,
      TaskHolding,
    ],
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        { name: '0001', class: Migration0001 },
        { name: '0002', class: OutboxTraces },
        { name: '0003', class: Migration0003 },
        { name: '0004', class: Migration0004 },
        { name: '0006', class: Migration0006 },
        { name: '0007', class: Migration0007 },
        { name: '0008', class: Migration0008 },
        { name: '0009', class: Migration0009 },
        { name: '0010', class: Migration0010 },
        { name: '0011', class: Migration0011 },
        { name: '0012', class: Migration0012 },
        { name: '0013', class: Migration0013 },
        { name: '0014', class: Migration0014 },
        { name: '0015', class: Migration0015 },
        { name: '0016', class: Migration0016 },
        { name: '0017', class: Migration0017 },
        { name: '0018', class: Migration0018 },
        { name: '0020', class: Migration0020 },
        { name: '0022', class: DeadLetterRetries },
        { name: '0023', class: Migration0023 },
        { name: '0024', class: Migration0024 },
        { name: '0025', class: Migration0025 },
        { name: '0026', class: Migration0026 },
        { name: '0027', class: Migration0027 },
        { name: '0028', class: Migration0028 },
        { name: '0029', class: Migration0029 },
        { name: '0030', class: Migration0030 },
        { name: '0031', class: Migration0031 },
        { name: '0032', class: Migration0032 },
        { name: '0033', class: Migration0033 },
        { name: '0034', class: Migration0034 },
        { name: '0035', class: Migration0035 },
        { name: '0036', class: Migration0036 },
      ],
      snapshot: false,
    },
    schemaGenerator: { skipTables: [/^published_/], ignoreRoutines: true },
    logger: () => undefined,
  }),
};
