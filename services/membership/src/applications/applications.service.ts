import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import {
  applicationAnswered,
  applicationConfirmed,
  applicationFiled,
  applicationWithdrawn,
  type answerClarification,
  type applyForMembership,
  type confirmApplication,
  type FollowedApplication,
} from '@alianza/contracts/membership/applications';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { Files } from '@alianza/platform/files/files';
import { newId } from '@alianza/platform/ids';
import { after } from '../data/days.js';
import { ActorProgress } from '../actors/actor-progress.service.js';
import { LinksService } from '../links/links.service.js';
import { noticeInForce } from '../privacy/notice-in-force.js';
import { NoticeNotInForceError } from '../privacy/privacy.errors.js';
import { Application, stepTo } from './application.entity.js';
import { viewFollowed } from './application.view.js';

/** Mails that one address is sent in a day because somebody applied with it: enough for slips of the pen, too few to fill a stranger's mailbox. */
const dailyMost = 5;

interface WithSecret {
  secret: string;
}

/** The applicant's side: the form, and what the private links open. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly links: LinksService,
    private readonly files: Files,
    private readonly actors: ActorProgress,
  ) {}

  /**
   * Answers the same, and does the same, whatever was known before: nobody learns from it who applied. Beyond what an address may be sent in a
   * day it is kept all the same and forgotten like every other that nobody confirms.
   */
  async apply(
    { letterUploadId, invitation, shows, ...form }: InputOf<typeof applyForMembership>,
    call: Call,
  ): Promise<AnswerOf<typeof applyForMembership>> {
    if (form.notice !== undefined && form.notice !== (await noticeInForce(this.em, call.network))) throw new NoticeNotInForceError();
    const now = await this.clock.now(this.em);
    const letter = letterUploadId === undefined ? null : await this.files.adopt(call, letterUploadId, 'application-letter');
    const begun = { status: 'unconfirmed', history: [stepTo('unconfirmed', now)], filedAt: now, changedAt: now } as const;
    const actorId = invitation === undefined ? null : await this.links.look(call.network, 'apply-as-actor', invitation);
    const mailed = await this.mayBeMailed(form.email, call.network, now);
    const application = this.em.create(Application, {
      ...form,
      shows: shows ? [...new Set(shows)] : null,
      emailKey: form.email.toLowerCase(),
      ...begun,
      history: [...begun.history],
      id: newId(),
      networkId: call.network,
      letterFileId: letter?.id ?? null,
      actorId,
    });
    await this.em.persist(application).flush();
    const { id, version, status, organization } = application;
    const data = { status, organization, mailed, notice: form.notice };
    record(this.em, call, applicationFiled, { aggregateId: id, aggregateVersion: version, data });
    return {};
  }

  private async mayBeMailed(email: string, networkId: string, now: Date): Promise<boolean> {
    const emailKey = email.toLowerCase();
    await oneAtATime(this.em, 'application', networkId, emailKey);
    return (await this.em.count(Application, { networkId, emailKey, filedAt: { $gt: after(now, -1) } })) < dailyMost;
  }

  async confirm({ secret }: WithSecret, call: Call): Promise<AnswerOf<typeof confirmApplication>> {
    const application = await this.load(await this.links.spend(call.network, 'confirm-application', secret), call);
    application.confirm(await this.clock.now(this.em));
    await this.settle(application, applicationConfirmed, call);
    await this.actors.applied(application, call);
    const opening = { networkId: call.network, purpose: 'follow-application', subjectId: application.id, key: 'confirmation' } as const;
    return { followSecret: await this.links.mint({ ...opening, expiresAt: null }) };
  }

  async follow(input: WithSecret, call: Call): Promise<FollowedApplication> {
    return viewFollowed(await this.followed(input, call));
  }

  async answer({ secret, text }: InputOf<typeof answerClarification>, call: Call): Promise<FollowedApplication> {
    const application = await this.followed({ secret }, call);
    application.answer(text, await this.clock.now(this.em));
    return viewFollowed(await this.settle(application, applicationAnswered, call));
  }

  async withdraw(input: WithSecret, call: Call): Promise<FollowedApplication> {
    const application = await this.followed(input, call);
    application.withdraw(await this.clock.now(this.em));
    await this.actors.left(application, call);
    return viewFollowed(await this.settle(application, applicationWithdrawn, call));
  }

  private async followed({ secret }: WithSecret, call: Call): Promise<Application> {
    return this.load(await this.links.follow(call.network, 'follow-application', secret), call);
  }

  private load(id: string, { network: networkId }: Call): Promise<Application> {
    return this.em.findOneOrFail(Application, { networkId, id });
  }

  private async settle(
    application: Application,
    happened: EventType<(typeof applicationConfirmed)['data']>,
    call: Call,
  ): Promise<Application> {
    await this.em.flush();
    const { id, version, status, organization } = application;
    record(this.em, call, happened, { aggregateId: id, aggregateVersion: version, data: { status, organization } });
    return application;
  }
}
