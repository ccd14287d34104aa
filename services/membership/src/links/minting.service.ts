import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { mintLink } from '@alianza/contracts/membership/recipients';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { AddressChange } from '../account/address-change.entity.js';
import { Actor } from '../actors/actor.entity.js';
import { Application, confirmationDays } from '../applications/application.entity.js';
import { Correspondent } from '../correspondents/correspondent.entity.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { after } from '../data/days.js';
import { LinkNotValidError } from './link.entity.js';
import { LinksService, type Opening } from './links.service.js';

type Asked = InputOf<typeof mintLink>;

/** What a link leads to stays until the link is there: whoever takes it away takes the link away after it. */
const staying = { lockMode: LockMode.PESSIMISTIC_READ } as const;

/** Time for an organisation to decide whether it applies. */
const actorLinkDays = 180;

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
    if (purpose === 'accept-invitation') return (await found(this.em.findOne(Invitation, where, staying))).expiresAt;
    if (purpose === 'confirm-inquiry') return (await found(this.em.findOne(Correspondent, where, staying))).forgottenAt;
    if (purpose === 'confirm-address')
      return (await found(this.em.findOne(AddressChange, { ...where, withdrawnAt: null }, staying))).expiresAt;
    if (purpose === 'apply-as-actor') {
      await found(this.em.findOne(Actor, where, staying));
      return after(await this.clock.now(this.em), actorLinkDays);
    }
    await found(this.em.findOne(Application, where, staying));
    return purpose === 'confirm-application' ? after(await this.clock.now(this.em), confirmationDays) : null;
  }
}

/** A link to something that is not there, or no longer, cannot be made. */
async function found<T>(subject: Promise<T | null>): Promise<T> {
  const there = await subject;
  if (there === null) throw new LinkNotValidError();
  return there;
}
