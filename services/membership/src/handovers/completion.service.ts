import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { handoverCompleted, type Becomes } from '@alianza/contracts/membership/representation/handovers';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Invitation } from '../invitations/invitation.entity.js';
import { revokeAll } from '../invitations/revoking.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { EndingService } from '../roles/ending.service.js';
import { Role } from '../roles/role.entity.js';
import { AlreadyRepresentsError } from '../roles/roles.errors.js';
import { RolesService } from '../roles/roles.service.js';
import { Handover } from './handover.entity.js';
import { openMatters } from './open-matters.queries.js';

export interface Succession {
  readonly organizationId: string;
  readonly successorId: string;
  /** What the titular of before is from then on. */
  readonly becomes: Becomes;
}

interface Told extends Pick<Handover, 'organizationId' | 'successorId'> {
  /** Null where nobody was titular before. */
  readonly predecessorId: string | null;
  readonly becomes: Becomes | null;
}

/** The change itself: in one transaction the old role ends and the new one begins, whoever asked for it. */
@Injectable()
export class CompletionService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly roles: RolesService,
    private readonly ending: EndingService,
  ) {}

  async complete({ organizationId, successorId, becomes }: Succession, call: Call): Promise<Handover> {
    const networkId = call.network;
    await this.roles.aloneActive(networkId, organizationId);
    const before = await this.em.find(Role, { networkId, organizationId, until: null, role: { $in: ['titular', 'suplente', 'editor'] } });
    const titular = before.find(({ role }) => role === 'titular');
    if (titular?.personId === successorId) throw new AlreadyRepresentsError();
    const leaving = before.filter((role) => role === titular || role.personId === successorId);
    for (const role of leaving) await this.ending.close(role, { reason: 'handover', succeeded: true }, call);
    await this.roles.give({ organizationId, personId: successorId, role: 'titular' }, call);
    if (titular && becomes !== 'nothing') await this.goOn(titular.personId, organizationId, becomes, call);
    await this.revokeOffers(organizationId, call);
    const stays = before.some((role) => role !== titular && role.personId === titular?.personId);
    const now = becomes === 'nothing' && stays ? 'editor' : becomes;
    const told = titular
      ? { predecessorId: titular.personId, becomes: now }
      : await this.last(before, { networkId, organizationId, successorId });
    return this.tell({ organizationId, successorId, ...told }, call);
  }

  /** Of a place that stood empty: who had it last, unless it is the same person or one who was forgotten. Whoever has no role any more heard so then. */
  private async last(
    held: readonly Role[],
    { networkId, organizationId, successorId }: Pick<Handover, 'networkId' | 'organizationId' | 'successorId'>,
  ): Promise<Pick<Told, 'predecessorId' | 'becomes'>> {
    const ended = { networkId, organizationId, role: 'titular' as const, until: { $ne: null } };
    const role = await this.em.findOne(Role, ended, { orderBy: { until: 'desc' } });
    const known = role && role.personId !== successorId && (await this.em.count(Person, { id: role.personId, erasedAt: null })) > 0;
    if (!known) return { predecessorId: null, becomes: null };
    const now = held.find(({ personId }) => personId === role.personId)?.role;
    return { predecessorId: role.personId, becomes: now === 'suplente' || now === 'editor' ? now : null };
  }

  /** The titular of before may have been an editor besides; then that goes on. */
  private async goOn(personId: string, organizationId: string, role: 'suplente' | 'editor', call: Call): Promise<void> {
    await this.roles.give({ organizationId, personId, role, goesOn: true }, call);
  }

  /** Offers of a place that is taken now. */
  private async revokeOffers(organizationId: string, call: Call): Promise<void> {
    const now = await this.clock.now(this.em);
    const open = { acceptedAt: null, revokedAt: null };
    const offers = await this.em.find(Invitation, { networkId: call.network, organizationId, role: 'titular', ...open });
    await revokeAll(this.em, offers, now, call);
  }

  private async tell({ organizationId, predecessorId, successorId, becomes }: Told, call: Call): Promise<Handover> {
    const networkId = call.network;
    const at = await this.clock.now(this.em);
    const handover = this.em.create(Handover, { id: newId(), networkId, organizationId, predecessorId, successorId, at });
    await this.em.persist(handover).flush();
    const { name: organization } = await this.em.findOneOrFail(Organization, { networkId, id: organizationId });
    const open = await openMatters(this.em, { networkId, organizationId }, at);
    const data = { organizationId, organization, predecessorId, successorId, becomes, ...open };
    record(this.em, call, handoverCompleted, { aggregateId: handover.id, aggregateVersion: 1, data });
    return handover;
  }
}
