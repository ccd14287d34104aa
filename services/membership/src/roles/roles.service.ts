import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Role as RoleName } from '@alianza/contracts/access';
import { roleGranted, type grantRole } from '@alianza/contracts/membership/people';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { OrganizationNotActiveError } from '../letters/letters.errors.js';
import { Organization } from '../organizations/organization.entity.js';
import { OrganizationNotFoundError } from '../organizations/standing/standing.errors.js';
import { PersonNotFoundError } from '../people/people.errors.js';
import { Person } from '../people/person.entity.js';
import { PersonNetwork } from '../people/person-network.entity.js';
import { RegistrationService } from '../people/registration.service.js';
import { Role } from './role.entity.js';
import { AlreadyRepresentsError, TitularHeldError } from './roles.errors.js';

export interface Grant {
  personId: string;
  organizationId: string | null;
  role: RoleName;
  /** They had a place there until this moment: it goes on as something else, though they be disabled. */
  goesOn?: boolean;
}

@Injectable()
export class RolesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly registration: RegistrationService,
  ) {}

  async grant({ organizationId, role, person }: InputOf<typeof grantRole>, call: Call): Promise<AnswerOf<typeof grantRole>> {
    await this.expectOrganization(organizationId, call.network);
    const { id: personId } = await this.registration.personOf(person, person, call);
    return { personId, granted: await this.give({ personId, organizationId, role }, call) };
  }

  /** Gives the role unless it is held already; says whether it did. An organisation has one titular, and its suplentes stand in order. */
  async give({ personId, organizationId, role, goesOn = false }: Grant, call: Call): Promise<boolean> {
    const networkId = call.network;
    if (organizationId !== null) await this.alone(networkId, organizationId);
    await oneAtATime(this.em, 'roles', networkId, personId);
    await this.expectSomebody(personId, goesOn);
    if (await this.em.findOne(Role, { networkId, personId, organizationId, role, until: null })) return false;
    const place = organizationId === null ? null : await this.placeFor({ personId, organizationId, role }, networkId);
    const since = await this.clock.now(this.em);
    const granted = this.em.create(Role, { id: newId(), networkId, personId, organizationId, role, since, place });
    await this.em.persist(granted).flush();
    await this.em.upsert(PersonNetwork, { personId, networkId });
    const data = { personId, role, organizationId };
    record(this.em, call, roleGranted, { aggregateId: granted.id, aggregateVersion: granted.version, data });
    return true;
  }

  /** Whoever changes who represents an organisation waits until this transaction has ended. */
  alone(networkId: string, organizationId: string): Promise<void> {
    return oneAtATime(this.em, 'representatives', networkId, organizationId);
  }

  /** The same for who is to speak for it from now on: of one that is suspended or has left, nobody begins to. */
  async aloneActive(networkId: string, organizationId: string): Promise<void> {
    await this.alone(networkId, organizationId);
    const { status } = await this.em.findOneOrFail(Organization, { networkId, id: organizationId }, { refresh: true });
    if (status !== 'active') throw new OrganizationNotActiveError();
  }

  private async placeFor({ personId, organizationId, role }: Grant, networkId: string): Promise<number | null> {
    if (role !== 'titular' && role !== 'suplente') return null;
    const held = await this.em.find(Role, { networkId, organizationId, role: { $in: ['titular', 'suplente'] }, until: null });
    if (role === 'titular' && held.some((other) => other.role === 'titular')) throw new TitularHeldError();
    if (held.some((other) => other.personId === personId)) throw new AlreadyRepresentsError();
    return role === 'titular' ? null : held.filter((other) => other.role === 'suplente').length + 1;
  }

  /** Looked at after the locks: they may have been disabled or forgotten while this waited. */
  private async expectSomebody(id: string, goesOn: boolean): Promise<void> {
    const { disabledAt, erasedAt } = await this.em.findOneOrFail(Person, { id }, { refresh: true });
    if (erasedAt || (disabledAt && !goesOn)) throw new PersonNotFoundError();
  }

  private async expectOrganization(id: string | null, networkId: string): Promise<void> {
    if (id === null || (await this.em.findOne(Organization, { networkId, id }))) return;
    throw new OrganizationNotFoundError();
  }
}
