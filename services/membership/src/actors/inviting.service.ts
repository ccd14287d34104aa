import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import {
  actorInvited,
  actorStopped,
  type ActorFile,
  type InvitedActor,
  type stopActorMails,
} from '@alianza/contracts/membership/directory/actors';
import type { AnswerOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { after } from '../data/days.js';
import { LinkNotValidError } from '../links/link.entity.js';
import { LinksService } from '../links/links.service.js';
import { Organization } from '../organizations/organization.entity.js';
import { ActorProgress } from './actor-progress.service.js';
import { Actor, restDays } from './actor.entity.js';
import { ActorInvitedLatelyError, ActorStoppedError } from './actors.errors.js';
import { ActorsService } from './actors.service.js';
import { SilencedAddress, silencedHash } from './silenced-address.entity.js';

/** The mail that invites an actor to apply, and what its link leads to. */
@Injectable()
export class InvitingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly links: LinksService,
    private readonly actors: ActorsService,
    private readonly progress: ActorProgress,
  ) {}

  /** One at a time, so that an address that stands beside two actors is not written to twice. */
  async invite(id: string, call: Call): Promise<ActorFile> {
    await oneAtATime(this.em, 'actor-invitations', call.network);
    const actor = await this.actors.loadToChange(id, call);
    const now = await this.clock.now(this.em);
    const { email } = actor.expectInvitable(now);
    await this.expectWelcome(actor, email, now);
    actor.invite(call.personId, now);
    await this.progress.tell(actor, actorInvited, call);
    return this.actors.view(actor, call);
  }

  async open(secret: string, call: Call): Promise<InvitedActor> {
    const actor = await this.followed(secret, call.network);
    const organization = await this.em.findOneOrFail(Organization, { networkId: call.network, id: actor.organizationId });
    const { name, acronym = null, sector, country = null, website = null, kind } = organization;
    const about = { organization: resolve(name, call).text, acronym, sector, country, website };
    return { ...about, stopped: Boolean(actor.stoppedAt), member: kind === 'member' || actor.state === 'member' };
  }

  /** Again changes nothing. The address written to and the one known now are kept as what they are known by, so that nobody enters them anew. */
  async stop(secret: string, call: Call): Promise<AnswerOf<typeof stopActorMails>> {
    await oneAtATime(this.em, 'actor-invitations', call.network);
    const actor = await this.followed(secret, call.network);
    const { networkId, contact, invitedHash } = actor;
    const at = await this.clock.now(this.em);
    const hashes = [...(invitedHash ? [invitedHash] : []), ...(contact ? [silencedHash(networkId, contact.email)] : [])];
    for (const hash of new Set(hashes)) await this.silence(networkId, hash, at);
    if (actor.stop(at)) await this.progress.tell(actor, actorStopped, call);
    return {};
  }

  private async silence(networkId: string, hash: string, at: Date): Promise<void> {
    if ((await this.em.count(SilencedAddress, { networkId, hash })) > 0) return;
    this.em.persist(this.em.create(SilencedAddress, { networkId, hash, at }));
    await this.em.flush();
  }

  private async expectWelcome({ networkId, id }: Actor, email: string, now: Date): Promise<void> {
    const hash = silencedHash(networkId, email);
    if ((await this.em.count(SilencedAddress, { networkId, hash })) > 0) throw new ActorStoppedError();
    const lately = await this.em.find(Actor, { networkId, id: { $ne: id }, invitedAt: { $gt: after(now, -restDays) } });
    const address = email.toLowerCase();
    const same = lately.find(({ invitedHash, contact }) => invitedHash === hash || contact?.email.toLowerCase() === address);
    if (same?.restsUntil(now)) throw new ActorInvitedLatelyError();
  }

  private async followed(secret: string, networkId: string): Promise<Actor> {
    const id = await this.links.follow(networkId, 'apply-as-actor', secret);
    const actor = await this.em.findOne(Actor, { networkId, id });
    if (!actor) throw new LinkNotValidError();
    return actor;
  }
}
