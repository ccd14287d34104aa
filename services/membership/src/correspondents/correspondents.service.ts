import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '@alianza/contracts/errors';
import {
  correspondentConfirmed,
  correspondentErrors,
  type confirmCorrespondent,
  type registerCorrespondent,
} from '@alianza/contracts/membership/outside/correspondents';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { after } from '../data/days.js';
import { LinkNotValidError } from '../links/link.entity.js';
import { LinksService } from '../links/links.service.js';
import { confirmationDays, Correspondent } from './correspondent.entity.js';

/** What one address may ask in a day: enough for whoever reads, too little to fill a stranger's mailbox. */
const dailyMost = 5;

@Injectable()
export class CorrespondentsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly links: LinksService,
  ) {}

  async register({ id, email, language }: InputOf<typeof registerCorrespondent>, { network: networkId }: Call): Promise<object> {
    const address = email.toLowerCase();
    await oneAtATime(this.em, 'correspondent', networkId, address);
    const now = await this.clock.now(this.em);
    const today = await this.em.count(Correspondent, { networkId, email: address, registeredAt: { $gt: after(now, -1) } });
    if (today >= dailyMost) throw new DomainError(correspondentErrors['inquiries-too-many']);
    const kept = { registeredAt: now, confirmedAt: null, forgottenAt: after(now, confirmationDays) };
    this.em.persist(this.em.create(Correspondent, { id, networkId, email: address, language, ...kept }));
    return {};
  }

  async confirm({ secret }: InputOf<typeof confirmCorrespondent>, call: Call): Promise<AnswerOf<typeof confirmCorrespondent>> {
    const { network: networkId } = call;
    const id = await this.links.spend(networkId, 'confirm-inquiry', secret);
    const correspondent = await this.em.findOne(Correspondent, { networkId, id });
    if (!correspondent) throw new LinkNotValidError();
    correspondent.confirm(await this.clock.now(this.em));
    await this.em.flush();
    record(this.em, call, correspondentConfirmed, { aggregateId: id, aggregateVersion: correspondent.version, data: {} });
    return {};
  }

  /** What they asked is answered or closed. */
  async settled(networkId: string, id: string, at: Date): Promise<void> {
    const correspondent = await this.em.findOne(Correspondent, { networkId, id });
    correspondent?.settled(at);
    await this.em.flush();
  }
}
