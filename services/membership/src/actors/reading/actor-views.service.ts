import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { Application } from '../../applications/application.entity.js';
import { likeOrganizations, namesIn } from '../../applications/desk/like-organizations.js';
import { undeliveredOf } from '../../recipients/undelivered.js';
import { Organization } from '../../organizations/organization.entity.js';
import { Person } from '../../people/person.entity.js';
import type { Actor } from '../actor.entity.js';

/** An actor as the secretariat reads it. */
@Injectable()
export class ActorViews {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async view(actor: Actor, organization: Organization, call: Call): Promise<ActorFile> {
    const { id, organizationId, since, initiatives, sources, contact = null, invitedAt, stoppedAt, version } = actor;
    const { slug, name, acronym = null, sector, country = null, region = null, website = null, role = null, listed } = organization;
    const member = await this.memberOf(actor, organization);
    const known = { names: namesIn(name), acronym, website, email: contact?.email };
    const maintains = call.principal.permissions.includes('organizations:maintain');
    const rest = actor.restsUntil(await this.clock.now(this.em));
    return {
      ...{ id, organizationId, slug, name, acronym, sector, country, region, website, role, initiatives, sources, shown: listed },
      contact: maintains ? contact : null,
      title: resolve(name, call).text,
      state: member ? 'member' : actor.state,
      since: since.toISOString(),
      history: await this.stepsOf(actor, maintains),
      invitedAt: invitedAt?.toISOString() ?? null,
      inviteFrom: rest?.toISOString() ?? null,
      undelivered: maintains && actor.isInvitedThere() ? undeliveredOf(actor) : null,
      stoppedAt: stoppedAt?.toISOString() ?? null,
      member: member && { id: member.id, slug: member.slug, name: resolve(member.name, call).text, status: member.status },
      application: await this.applicationOf(actor),
      alike: await likeOrganizations(this.em, { networkId: actor.networkId, known, except: organizationId }, call),
      version,
    };
  }

  private async memberOf({ networkId, memberId }: Actor, organization: Organization): Promise<Organization | null> {
    if (organization.kind === 'member') return organization;
    return memberId ? this.em.findOne(Organization, { networkId, id: memberId }) : null;
  }

  /** What was said at a step is for those who look after the map. */
  private async stepsOf({ history }: Actor, notes: boolean): Promise<ActorFile['history']> {
    const people = await this.em.find(Person, { id: [...new Set(history.flatMap(({ by }) => by ?? []))] });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return history
      .map(({ by, note, ...step }) => ({ ...step, note: notes ? note : null, by: by === null ? null : (names.get(by) ?? null) }))
      .reverse();
  }

  /** The latest by its invitation that its address was confirmed of. */
  private async applicationOf({ networkId, id: actorId }: Actor): Promise<ActorFile['application']> {
    const found = await this.em.find(
      Application,
      { networkId, actorId, submittedAt: { $ne: null } },
      { orderBy: { filedAt: 'desc', id: 'desc' }, limit: 1 },
    );
    const [latest] = found;
    return latest ? { id: latest.id, status: latest.status } : null;
  }
}
