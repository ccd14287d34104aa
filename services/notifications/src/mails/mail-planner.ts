import { Injectable } from '@nestjs/common';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { BouncesService } from '../bounces/bounces.service.js';
import { digestRule } from '../digests/digest-rule.js';
import { mailingRule } from '../mailings/mailing-rules.js';
import { Mail } from './mail.entity.js';
import { mailQueue } from './queue.js';

type Planned = Pick<Mail, 'networkId' | 'eventId' | 'rule' | 'subjectId' | 'audience' | 'params' | 'at'> & { personId: string | null };

const unsent = {
  sentAt: null,
  refusedAt: null,
  withheld: null,
  mark: null,
  bouncedAt: null,
  bounceKind: null,
  bounceStatus: null,
} as const;

/** Nobody waits for these, and they come many at once: whatever is about one person goes first. */
const isForMany = ({ rule }: Pick<Planned, 'rule'>): boolean => rule === digestRule || rule === mailingRule;

/** A mail to be sent, with the token it leaves under and the job that sends it, in the transaction at hand. */
@Injectable()
export class MailPlanner {
  constructor(
    private readonly jobs: Jobs,
    private readonly bounces: BouncesService,
  ) {}

  async plan(em: SqlEntityManager, planned: Planned): Promise<Mail> {
    const mail = em.create(Mail, { ...planned, ...unsent, bounces: 0, id: newId() });
    await em.persist(mail).flush();
    await this.bounces.tokenOf(em, mail);
    await this.jobs.enqueue(em, { queue: mailQueue, priority: isForMany(mail) ? -1 : 0 }, mail.id, {
      networkId: mail.networkId,
      id: mail.id,
    });
    return mail;
  }
}
