import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { listRecipients, mintLink, type Recipient } from '@alianza/contracts/membership/recipients';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { CONFIG, LOG, type Log } from '@alianza/platform/run/service-definition';
import type { NotificationsConfig } from '../configuration.js';
import { NetworkCopy } from '../networks/network.copy.js';
import { paramsFor } from '../notices/params.js';
import { ruleNamed, type Rule } from '../notices/rules.js';
import { pageAddress } from './address.js';
import { composeLetter } from './letter.js';
import { Mail } from './mail.entity.js';
import { Mailer, RecipientRefused, type Letter } from './mailer.js';
import { mailQueue } from './queue.js';

interface MailJob {
  networkId: string;
  id: string;
}

/** Sends mails, each as a job of its own: address and link are asked for at that moment and kept nowhere. */
@Injectable()
export class MailsService implements OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: NotificationsConfig,
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
      const network = await em.findOneOrFail(NetworkCopy, { networkId });
      const recipient = await this.recipientOf(mail);
      const taken =
        recipient === undefined || (await this.isTaken({ ...(await this.letter(mail, network, recipient)), id, to: recipient.email }));
      const now = await this.clock.now(em);
      if (taken) mail.sent(now);
      else mail.refused(now);
    });
  }

  private async isTaken(letter: Letter): Promise<boolean> {
    try {
      await this.mailer.send(letter);
      return true;
    } catch (error) {
      if (!(error instanceof RecipientRefused)) throw error;
      this.log.warn({ mail: letter.id }, 'a mail was refused for good');
      return false;
    }
  }

  /** None where the person left or the application is gone meanwhile: then there is nobody to write to. */
  private async recipientOf({ audience, networkId, personId }: Mail): Promise<Recipient | undefined> {
    const { items } = await this.operations.ask(listRecipients, { audience }, networkId);
    return items.find((recipient) => recipient.personId === personId);
  }

  private async letter(mail: Mail, network: NetworkCopy, { language: lang, personId }: Recipient): Promise<Omit<Letter, 'id' | 'to'>> {
    const rule = ruleNamed(mail.rule);
    const reader = { lang, fallback: network.language };
    const { path = '', ...params } = paramsFor(mail.params, reader);
    const place = { origin: this.config.ORIGIN, network: network.code, lang };
    const url = pageAddress(place, path, await this.secretFor(rule, mail));
    const name = resolve(network.name, reader).text;
    const preferencesUrl = personId === null ? null : pageAddress(place, '/miembro/preferencias');
    return {
      ...composeLetter({ rule: rule.name, kind: rule.kind, lang, network: name, params, url, preferencesUrl }),
      fromName: name,
      lang,
    };
  }

  /** The mail's id is the key: a retry replaces the secret of the try before. */
  private async secretFor({ link }: Rule, { id, subjectId, networkId }: Mail): Promise<string | undefined> {
    if (link === undefined) return undefined;
    const { secret } = await this.operations.ask(mintLink, { purpose: link, subjectId, key: id }, networkId);
    return secret;
  }
}
