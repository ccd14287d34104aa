import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { OutboxTraces } from '@alianza/platform/data/outbox-traces.migration';
import { platformEntities } from '@alianza/platform/data/platform-tables';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';
import { RecordFile } from './attachments/record-file.entity.js';
import { recordFilesQueue } from './attachments/record-files.purge.js';
import { CountSalt, CountVisitor } from './counts/count.entities.js';
import { countsQueue } from './counts/counts.purge.js';
import { Import } from './imports/import.entity.js';
import { ImportIdentity, ImportRow, KeptMapping } from './imports/import-row.entities.js';
import { importsPurgeQueue, importsQueue } from './imports/steps/imports.queues.js';
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

/** What is published is derived by generated columns, which entities cannot say: that table is written and read by statements. */
export const definition: ServiceDefinition = {
  name: 'repository',
  module: RepositoryModule,
  config: searchConfig,
  queues: [inquiriesQueue, countsQueue, reminderQueue, taxonomyQueue, importsQueue, importsPurgeQueue, recordFilesQueue],
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
      Replication,
      CountSalt,
      CountVisitor,
      Concept,
      Import,
      ImportRow,
      ImportIdentity,
      KeptMapping,
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
      ],
      snapshot: false,
    },
    schemaGenerator: { skipTables: [/^published_/], ignoreRoutines: true },
    logger: () => undefined,
  }),
};
