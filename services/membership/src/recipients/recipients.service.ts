import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { rolesOf, type Permission, type Role as RoleName } from '@alianza/contracts/access';
import type { ActorContact } from '@alianza/contracts/membership/directory/actors';
import type { listRecipients, Recipient } from '@alianza/contracts/membership/recipients';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { AddressChange } from '../account/address-change.entity.js';
import { Actor } from '../actors/actor.entity.js';
import { SilencedAddress, silencedHash } from '../actors/silenced-address.entity.js';
import { Application } from '../applications/application.entity.js';
import { Correspondent } from '../correspondents/correspondent.entity.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { PersonNetwork } from '../people/person-network.entity.js';
import { Role } from '../roles/role.entity.js';
import { FailingService } from './failing.service.js';

const representatives: readonly RoleName[] = ['titular', 'suplente'];

/** Addresses for sending now; who was disabled, revoked or forgotten gets nothing. */
@Injectable()
export class RecipientsService {
  constructor(
    private readonly em: EntityManager,
    private readonly failing: FailingService,
  ) {}

  async list({ audience }: InputOf<typeof listRecipients>, call: Call): Promise<AnswerOf<typeof listRecipients>> {
    switch (audience.to) {
      case 'applicant':
        return { items: outside(await this.em.findOne(Application, { networkId: call.network, id: audience.id })) };
      case 'correspondent':
        return { items: outside(await this.em.findOne(Correspondent, { networkId: call.network, id: audience.id })) };
      case 'invited':
        return { items: outside(await this.em.findOne(Invitation, { networkId: call.network, id: audience.id, revokedAt: null })) };
      case 'actor':
        return { items: outside(await this.invitedContact(audience.id, call.network)) };
      case 'new-address':
        return { items: await this.ofChange(audience.id, call.network, ({ email }) => email) };
      case 'former-address':
        return { items: await this.ofChange(audience.id, call.network, ({ former }) => former) };
      case 'person':
        return { items: await this.people(await this.present(audience.id, call)) };
      case 'participant':
        return { items: await this.people(await this.taking(audience.id, call.network)) };
      case 'organization':
        return { items: await this.holders(call.network, representatives, audience.id) };
      case 'everybody':
        return { items: await this.everybody(audience, call.network) };
      case 'permission':
        return { items: await this.holders(call.network, holding(audience.permission)) };
    }
  }

  /** The address that was invited, and no other that somebody noted since; nobody where the invitation no longer stands. */
  private async invitedContact(id: string, networkId: string): Promise<ActorContact | null> {
    const actor = await this.em.findOne(Actor, { networkId, id, state: 'invited', stoppedAt: null });
    if (!actor?.contact || actor.invitedHash !== silencedHash(networkId, actor.contact.email)) return null;
    const still = await this.em.count(Organization, { networkId, id: actor.organizationId, kind: 'actor' });
    const silenced = await this.em.count(SilencedAddress, { networkId, hash: actor.invitedHash });
    return still > 0 && silenced === 0 ? actor.contact : null;
  }

  /** The addresses of a change are not the person's own: one is not yet, the other no longer. */
  private async ofChange(id: string, networkId: string, pick: (change: AddressChange) => string | null | undefined): Promise<Recipient[]> {
    const change = await this.em.findOne(AddressChange, { id, networkId, withdrawnAt: null });
    const person = change && (await this.em.findOne(Person, { id: change.personId, disabledAt: null }));
    const email = change && pick(change);
    return person && email ? outside({ email, language: person.language }) : [];
  }

  private async holders(networkId: string, roles: readonly RoleName[], organizationId?: string): Promise<Recipient[]> {
    const of = organizationId === undefined ? {} : { organizationId };
    const held = await this.em.find(Role, { networkId, role: { $in: [...roles] }, until: null, ...of });
    return this.people([...new Set(held.map(({ personId }) => personId))]);
  }

  private async everybody({ id: organizationId, at }: { id: string; at?: string | undefined }, networkId: string): Promise<Recipient[]> {
    const left = at === undefined ? undefined : new Date(at);
    const held = left === undefined ? { until: null } : { since: { $lte: left }, until: { $gte: left } };
    const roles = await this.em.find(Role, { networkId, organizationId, ...held });
    return this.people([...new Set(roles.map(({ personId }) => personId))]);
  }

  /** A network's notices reach only people of that network. */
  private async present(personId: string, { networkId }: Call): Promise<string[]> {
    if (networkId === null) return [personId];
    return (await this.em.findOne(PersonNetwork, { personId, networkId })) ? [personId] : [];
  }

  private async taking(personId: string, networkId: string): Promise<string[]> {
    const held = await this.em.find(Role, { networkId, personId, until: null });
    if (held.some(({ organizationId }) => !organizationId)) return [personId];
    const id = held.flatMap(({ organizationId }) => organizationId ?? []);
    const still = id.length > 0 && (await this.em.count(Organization, { networkId, id, status: { $ne: 'withdrawn' } })) > 0;
    return still ? [personId] : [];
  }

  private async people(ids: string[]): Promise<Recipient[]> {
    const people = await this.em.find(Person, { id: ids, disabledAt: null }, { orderBy: { id: 'asc' } });
    const failing = await this.failing.among(people);
    return people.map((person) => {
      const { id, email, language } = person;
      return { personId: id, email, language, mark: this.failing.markOf(person), failing: failing.has(id) };
    });
  }
}

const holding = (permission: Permission): readonly RoleName[] => rolesOf[permission];

/** Nobody where the address is forgotten. */
const outside = (found: Pick<Application, 'email' | 'language'> | null): Recipient[] =>
  found && found.email !== '' ? [{ personId: null, email: found.email, language: found.language, mark: null, failing: false }] : [];
