import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { madeAt } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { LOG, type Log } from '@alianza/platform/run/service-definition';
import { BouncesService } from '../bounces/bounces.service.js';
import { kindOf, refusalIn } from '../bounces/delivery-status.js';
import { LettersService } from './letters.service.js';
import { Mail } from './mail.entity.js';
import { Mailer, RecipientRefused, type Letter } from './mailer.js';
import { mailQueue } from './queue.js';

interface MailJob {
  networkId: string;
  id: string;
}

/** Milliseconds for which a mail is tried again where a server cannot take it, from when it was planned: its job comes again for longer. */
export const patience = 20 * 60 * 60 * 1000;

/** What became of a mail: a server took it, or which status it was refused with. */
type Outcome = { readonly taken: true } | { readonly taken: false; readonly status: string | null };

/** Sends mails, each as a job of its own: address and link are asked for at that moment and kept nowhere. */
@Injectable()
export class MailsService implements OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly letters: LettersService,
    private readonly bounces: BouncesService,
    private readonly mailer: Mailer,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.work<MailJob>(mailQueue, (job) => this.send(job));
  }

  /** Sent and noted in one transaction; only a crash between the server's word and the commit can send a mail twice, under the same Message-ID. */
  private send({ networkId, id }: MailJob): Promise<void> {
    return inNetwork(this.em, { networkId, timeout: 60_000 }, async (em) => {
      const mail = await em.findOne(Mail, { id });
      if (!mail || mail.isClosed()) return;
      const reached = await this.letters.recipientOf(em, mail);
      if (reached.recipient === null) return mail.withhold(reached.withheld);
      const { recipient } = reached;
      const letter = await this.letters.compose(em, mail, recipient);
      if (letter === null) return mail.withhold('idle');
      mail.mark = recipient.mark;
      const token = await this.bounces.tokenOf(em, mail);
      await this.note(em, mail, await this.handOver(mail, { ...letter, id, token, to: recipient.email }));
    });
  }

  private async note(em: SqlEntityManager, mail: Mail, outcome: Outcome): Promise<void> {
    const now = await this.clock.now(em);
    if (outcome.taken) return mail.sent(now);
    mail.refused(now);
    await this.bounces.note(em, mail, { kind: kindOf(outcome.status), status: outcome.status });
  }

  /** What passes is thrown, so that the job comes again; after that long it passes no more. */
  private async handOver({ id }: Mail, letter: Letter): Promise<Outcome> {
    try {
      await this.mailer.send(letter);
      return { taken: true };
    } catch (error) {
      const forGood = error instanceof RecipientRefused;
      const late = this.clock.instant().getTime() - madeAt(id).getTime() > patience;
      if (!forGood && !late) throw error;
      this.log.warn({ mail: letter.id, late }, 'a mail was refused for good');
      return { taken: false, status: forGood ? error.status : (refusalIn(error)?.status ?? null) };
    }
  }
}
