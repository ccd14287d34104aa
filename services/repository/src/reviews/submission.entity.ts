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
    at: p.datetime(),
    /** How its review ended; null while it waits. */
    outcome: p.text().$type<Outcome>().nullable(),
  },
});

/** A practice as it was handed in: what a review speaks of, and what the next one is compared with. */
export class Submission extends SubmissionSchema.class {}
SubmissionSchema.setClass(Submission);
