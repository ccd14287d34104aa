import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { InputOf } from '@alianza/contracts/operation';
import { roleEnded, roleMoved, type endRole, type HeldRole, type moveRole } from '@alianza/contracts/membership/representation/roles';
import { expectVersion, type Call, type Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { giveBackApplications } from '../applications/desk/giving-back.js';
import { giveBackLetters, takeOffDesk } from '../desk/letter-release.js';
import { Letter } from '../letters/letter.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { ListingService } from './listing.service.js';
import { Role } from './role.entity.js';
import { LastSecretariatError, RoleNotFoundError } from './roles.errors.js';
import { expectLetter, expectMayEnd, mayTouch } from './roles.policy.js';
import { RolesService } from './roles.service.js';

export interface Ending {
  readonly reason: string;
  /** Somebody else takes it over in the same moment. */
  readonly succeeded: boolean;
  /** Its organisation leaves the network, and tells all of its people at once. */
  readonly left?: boolean;
}

/** Ends roles, and keeps the suplentes of an organisation in their order. */
@Injectable()
export class EndingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly roles: RolesService,
    private readonly listing: ListingService,
  ) {}

  async end({ id, reason }: InputOf<typeof endRole>, call: Call): Promise<HeldRole> {
    const role = await this.load(id, call);
    expectMayEnd(role, call.principal, await this.clock.now(this.em));
    expectVersion(role, call);
    await this.expectSomebodyLeads(role);
    await this.close(role, { reason, succeeded: false }, call);
    return this.listing.view(role);
  }

  async move({ id, position }: InputOf<typeof moveRole>, call: Call): Promise<HeldRole> {
    const role = await this.load(id, call);
    const { organizationId } = role;
    if (role.role !== 'suplente' || !organizationId) throw new RoleNotFoundError();
    expectLetter(organizationId, call.principal, await this.clock.now(this.em));
    role.expectHeld();
    expectVersion(role, call);
    const others = (await this.suplentes(role.networkId, organizationId)).filter((other) => other.id !== id);
    await this.arrange(others.toSpliced(position - 1, 0, role), call);
    return this.listing.view(role);
  }

  /** Of two who end each other's role at the same moment the second is refused: somebody who can come in leads the network. */
  private async expectSomebodyLeads({ id, networkId, role }: Role): Promise<void> {
    if (role !== 'secretariat-lead') return;
    await oneAtATime(this.em, 'secretariat', networkId);
    const others = await this.em.find(Role, { networkId, role, until: null, id: { $ne: id } });
    const people = await this.em.count(Person, { id: others.map(({ personId }) => personId), disabledAt: null });
    if (people === 0) throw new LastSecretariatError();
  }

  /** For whoever has the organisation's representatives to themselves. Its letters are closed with it, and what was to be decided by it goes back. */
  async close(role: Role, { reason, succeeded, left = false }: Ending, call: Origin): Promise<void> {
    const { id, networkId, personId, organizationId = null } = role;
    const now = await this.clock.now(this.em);
    role.end(reason, now);
    const letters = await this.em.find(Letter, { networkId, roleId: id, status: { $in: ['filed', 'accredited'] } });
    for (const letter of letters) letter.close();
    await this.em.flush();
    await takeOffDesk(this.em, letters);
    const organization = organizationId === null ? null : await this.em.findOneOrFail(Organization, { networkId, id: organizationId });
    const data = { personId, role: role.role, organizationId, organization: organization?.name ?? null, reason, succeeded, left };
    record(this.em, call, roleEnded, { aggregateId: id, aggregateVersion: role.version, data });
    await giveBackApplications(this.em, role, now, call);
    await giveBackLetters(this.em, role, call);
    if (role.role === 'suplente' && organizationId !== null) await this.arrange(await this.suplentes(networkId, organizationId), call);
  }

  private suplentes(networkId: string, organizationId: string): Promise<Role[]> {
    return this.em.find(
      Role,
      { networkId, organizationId, role: 'suplente', until: null },
      { orderBy: { place: 'asc', since: 'asc', id: 'asc' } },
    );
  }

  private async arrange(ordered: readonly Role[], call: Origin): Promise<void> {
    const moved = ordered.filter((role, index) => role.stand(index + 1));
    await this.em.flush();
    for (const { id, version, personId, role, organizationId = null, place } of moved)
      record(this.em, call, roleMoved, {
        aggregateId: id,
        aggregateVersion: version,
        data: { personId, role, organizationId, position: place ?? 0 },
      });
  }

  /** Found, and nobody else changes who represents its organisation meanwhile. */
  private async load(id: string, call: Call): Promise<Role> {
    const role = await this.em.findOne(Role, { networkId: call.network, id });
    if (!role || !mayTouch(role, call.principal)) throw new RoleNotFoundError();
    if (role.organizationId) await this.roles.alone(call.network, role.organizationId);
    await this.em.refresh(role);
    return role;
  }
}
