import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import { actorMoved } from '@alianza/contracts/membership/directory/actors';
import type { Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { Application, decided } from '../applications/application.entity.js';
import { plain } from '../organizations/names.js';
import { Organization } from '../organizations/organization.entity.js';
import { Settling } from '../organizations/settling.service.js';
import { Actor } from './actor.entity.js';

type Told = Pick<Application, 'id' | 'networkId' | 'organization' | 'actorId'>;

/** What an application means for the map: whoever was invited, or is called the same, is on its way in. */
@Injectable()
export class ActorProgress {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly settling: Settling,
  ) {}

  async applied(application: Told, origin: Origin): Promise<void> {
    const actor = await this.actorOf(application);
    if (actor?.apply(await this.clock.now(this.em))) await this.tell(actor, actorMoved, origin);
  }

  /** Declined, withdrawn or forgotten: it stays on the map. Another of its applications that is still open keeps it where it is. */
  async left(application: Told, origin: Origin): Promise<void> {
    const actor = await this.actorOf(application);
    if (!actor || (await this.appliesElsewhere(actor, application))) return;
    if (actor.leave(origin.actor.personId, await this.clock.now(this.em))) await this.tell(actor, actorMoved, origin);
  }

  /** Where whoever decides said which one it is, an invited one that is another stays on the map. */
  async joined(application: Told, { id }: Organization, origin: Origin, { isSaid }: { isSaid: boolean }): Promise<void> {
    const { networkId } = application;
    const known = await this.em.find(Actor, { networkId, organizationId: id });
    const invited = isSaid ? null : await this.actorOf(application);
    const at = await this.clock.now(this.em);
    for (const actor of new Set([...known, ...(invited ? [invited] : [])]))
      if (actor.join(id, origin.actor.personId, at)) {
        await this.tell(actor, actorMoved, origin);
        if (actor.organizationId !== id) await this.hide(actor, origin);
      }
    if (isSaid) await this.left(application, origin);
  }

  /** Organisations of the map that came in without an application. */
  async cameIn(organizations: readonly Organization[], { networkId, origin }: { networkId: string; origin: Origin }): Promise<void> {
    if (organizations.length === 0) return;
    const at = await this.clock.now(this.em);
    const actors = await this.em.find(Actor, { networkId, organizationId: { $in: organizations.map(({ id }) => id) } });
    for (const actor of actors) if (actor.join(actor.organizationId, origin.actor.personId, at)) await this.tell(actor, actorMoved, origin);
  }

  /** The organisation of the actor that was invited, as long as it is no member yet. */
  async invited({ networkId, actorId }: Told): Promise<string | null> {
    const actor = actorId ? await this.em.findOne(Actor, { networkId, id: actorId }) : null;
    return actor && actor.state !== 'member' ? actor.organizationId : null;
  }

  async tell(actor: Actor, event: EventType<(typeof actorMoved)['data']>, origin: Origin): Promise<void> {
    const { id, networkId, organizationId, state, history } = actor;
    await this.em.flush();
    const { name } = await this.em.findOneOrFail(Organization, { networkId, id: organizationId });
    const note = event.subject === actorMoved.subject ? (history.at(-1)?.note ?? null) : null;
    record(this.em, origin, event, { aggregateId: id, aggregateVersion: actor.version, data: { name, state, note } });
  }

  /** It came in under another name: its own entry leaves the public directory. */
  private async hide({ networkId, organizationId }: Actor, origin: Origin): Promise<void> {
    const organization = await this.em.findOneOrFail(Organization, { networkId, id: organizationId });
    if (organization.kind !== 'actor' || !organization.listed) return;
    organization.show(false);
    await this.settling.settle(organization, { what: 'edited', changes: [{ field: 'listed', before: 'true', after: 'false' }] }, origin);
  }

  private async appliesElsewhere({ networkId, id, organizationId }: Actor, { id: but }: Told): Promise<boolean> {
    const confirmed = await this.em.find(Application, {
      ...{ networkId, id: { $ne: but }, submittedAt: { $ne: null }, status: { $nin: [...decided] } },
      $or: [{ actorId: id }, { actorId: null }],
    });
    if (confirmed.some(({ actorId }) => actorId === id)) return true;
    const { nameKey } = await this.em.findOneOrFail(Organization, { networkId, id: organizationId });
    return confirmed.some(({ organization }) => plain(organization) === nameKey);
  }

  private async actorOf({ networkId, actorId, organization }: Told): Promise<Actor | null> {
    if (actorId) return this.em.findOne(Actor, { networkId, id: actorId });
    const named = await this.em.findOne(Organization, { networkId, nameKey: plain(organization) });
    return named && this.em.findOne(Actor, { networkId, organizationId: named.id });
  }
}
