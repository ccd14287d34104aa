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
import { record } from '@alianza/platform/events/record';
import { Files } from '@alianza/platform/files/files';
import { newId } from '@alianza/platform/ids';
import { LinksService } from '../links/links.service.js';
import { Application, stepTo } from './application.entity.js';
import { viewFollowed } from './application.view.js';

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
  ) {}

  /** Answers the same whatever was known before: nobody learns from it who applied. */
  async apply({ letterUploadId, ...form }: InputOf<typeof applyForMembership>, call: Call): Promise<AnswerOf<typeof applyForMembership>> {
    const now = await this.clock.now(this.em);
    const letter = letterUploadId === undefined ? null : await this.files.adopt(call, letterUploadId, 'application-letter');
    const begun = { status: 'unconfirmed', history: [stepTo('unconfirmed', now)], filedAt: now, changedAt: now } as const;
    const application = this.em.create(Application, {
      ...form,
      ...begun,
      history: [...begun.history],
      id: newId(),
      networkId: call.network,
      letterFileId: letter?.id ?? null,
    });
    this.em.persist(application);
    await this.settle(application, applicationFiled, call);
    return {};
  }

  async confirm({ secret }: WithSecret, call: Call): Promise<AnswerOf<typeof confirmApplication>> {
    const application = await this.load(await this.links.spend(call.network, 'confirm-application', secret), call);
    application.confirm(await this.clock.now(this.em));
    await this.settle(application, applicationConfirmed, call);
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
    return viewFollowed(await this.settle(application, applicationWithdrawn, call));
  }

  private async followed({ secret }: WithSecret, call: Call): Promise<Application> {
    return this.load(await this.links.follow(call.network, 'follow-application', secret), call);
  }

  private load(id: string, { network: networkId }: Call): Promise<Application> {
    return this.em.findOneOrFail(Application, { networkId, id });
  }

  private async settle(application: Application, happened: EventType<(typeof applicationFiled)['data']>, call: Call): Promise<Application> {
    await this.em.flush();
    const { id, version, status, organization } = application;
    record(this.em, call, happened, { aggregateId: id, aggregateVersion: version, data: { status, organization } });
    return application;
  }
}
