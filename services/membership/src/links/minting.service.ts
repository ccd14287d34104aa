import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { mintLink } from '@alianza/contracts/membership/recipients';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { Application, confirmationDays } from '../applications/application.entity.js';
import { Correspondent } from '../correspondents/correspondent.entity.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { after } from '../data/days.js';
import { LinkNotValidError } from './link.entity.js';
import { LinksService, type Opening } from './links.service.js';

type Asked = InputOf<typeof mintLink>;

/** Links for whoever sends the mails; what each leads to says how long it holds. */
@Injectable()
export class MintingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly links: LinksService,
  ) {}

  async mint(asked: Asked, { network }: Call): Promise<AnswerOf<typeof mintLink>> {
    const expiresAt = await this.endOf(asked, network);
    return { secret: await this.links.mint({ ...asked, networkId: network, expiresAt }) };
  }

  private async endOf({ purpose, subjectId }: Asked, networkId: string): Promise<Opening['expiresAt']> {
    const where = { networkId, id: subjectId };
    if (purpose === 'accept-invitation') return (await found(this.em.findOne(Invitation, where))).expiresAt;
    if (purpose === 'confirm-inquiry') return (await found(this.em.findOne(Correspondent, where))).forgottenAt;
    await found(this.em.findOne(Application, where));
    return purpose === 'confirm-application' ? after(await this.clock.now(this.em), confirmationDays) : null;
  }
}

/** A link to something that is not there, or no longer, cannot be made. */
async function found<T>(subject: Promise<T | null>): Promise<T> {
  const there = await subject;
  if (there === null) throw new LinkNotValidError();
  return there;
}
