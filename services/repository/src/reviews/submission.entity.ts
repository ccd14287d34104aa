import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { tenant } from '@alianza/platform/data/tenancy';

export type Outcome = 'changes-requested' | 'published' | 'declined';

const SubmissionSchema = defineEntity({
  name: 'Submission',
  tableName: 'practice_submission',
  ...tenant,
  properties: {
    networkId: p.uuid().primary(),
    practiceId: p.uuid().primary(),
    number: p.integer().primary(),
    content: p.json<PracticeContent>(),
    by: p.uuid(),
    /** For whom; null for the network's own records, and of what was handed in before it was kept. */
    organizationId: p.uuid().nullable(),
    /** The version of the network's terms of publication that was accepted; null of what was handed in before there were any. */
    terms: p.integer().nullable(),
    at: p.datetime(),
    /** How its review ended; null while it waits. */
    outcome: p.text().$type<Outcome>().nullable(),
  },
});

/** A practice as it was handed in: what a review speaks of, and what the next one is compared with. */
export class Submission extends SubmissionSchema.class {}
SubmissionSchema.setClass(Submission);
