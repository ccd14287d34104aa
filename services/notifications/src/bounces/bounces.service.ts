import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode, type SqlEntityManager } from '@mikro-orm/postgresql';
import { mailBounced, Outside } from '@alianza/contracts/notifications/mails';
import { byItself } from '@alianza/platform/calls/by-itself';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { record } from '@alianza/platform/events/record';
import { Mail } from '../mails/mail.entity.js';
import type { Failed } from './report.js';
import { newToken, ReturnPath } from './return-path.entity.js';

/** Which mails did not arrive, told to whoever keeps the addresses. */
@Injectable()
export class BouncesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** The token of a mail, made with it: it is there before the mail leaves, however fast a report comes back. */
  async tokenOf(em: SqlEntityManager, { id: mailId, networkId }: Pick<Mail, 'id' | 'networkId'>): Promise<string> {
    const known = await em.findOne(ReturnPath, { mailId });
    if (known) return known.token;
    const token = newToken();
    await em.persist(em.create(ReturnPath, { token, networkId, mailId, madeAt: await this.clock.now(em) })).flush();
    return token;
  }

  /** Whether a mail of ours left under this token. */
  async isKnown(token: string): Promise<boolean> {
    return (await this.find(token)) !== null;
  }

  /** A report that came by mail; the same again changes nothing. One that is faster than the note that its mail left is to come again. */
  async report(token: string, failed: Failed): Promise<void> {
    const path = await this.find(token);
    if (!path) return;
    await inNetwork(this.em, { networkId: path.networkId }, async (em) => {
      const mail = await em.findOne(Mail, { id: path.mailId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!mail) return;
      if (!mail.sentAt && !mail.refusedAt) throw new Error('a mail came back that is not noted as sent yet');
      await this.note(em, mail, failed);
    });
  }

  /** In the transaction at hand. */
  async note(em: SqlEntityManager, mail: Mail, { kind, status }: Failed): Promise<void> {
    const now = await this.clock.now(em);
    if (!mail.bounce({ kind, status }, now)) return;
    await em.flush();
    const { id, networkId, personId, mark, rule, bounces, sentAt, audience } = mail;
    const about = personId ? null : (Outside.safeParse(audience).data ?? null);
    const origin = byItself('notifications', networkId);
    const data = { personId: personId ?? null, mark: mark ?? null, about, rule, kind, status, sentAt: (sentAt ?? now).toISOString() };
    record(em, origin, mailBounced, { aggregateId: id, aggregateVersion: bounces, data });
  }

  private find(token: string): Promise<ReturnPath | null> {
    return inNetwork(this.em, { networkId: null, readOnly: true }, (em) => em.findOne(ReturnPath, { token }));
  }
}
