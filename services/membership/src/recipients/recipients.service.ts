import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { rolesOf, type Permission, type Role as RoleName } from '@alianza/contracts/access';
import type { listRecipients, Recipient } from '@alianza/contracts/membership/recipients';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Application } from '../applications/application.entity.js';
import { Correspondent } from '../correspondents/correspondent.entity.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { Person } from '../people/person.entity.js';
import { PersonNetwork } from '../people/person-network.entity.js';
import { Role } from '../roles/role.entity.js';

const representatives: readonly RoleName[] = ['titular', 'suplente'];

/** Addresses for sending now; who was disabled, revoked or forgotten gets nothing. */
@Injectable()
export class RecipientsService {
  constructor(private readonly em: EntityManager) {}

  async list({ audience }: InputOf<typeof listRecipients>, call: Call): Promise<AnswerOf<typeof listRecipients>> {
    switch (audience.to) {
      case 'applicant':
        return { items: outside(await this.em.findOne(Application, { networkId: call.network, id: audience.id })) };
      case 'correspondent':
        return { items: outside(await this.em.findOne(Correspondent, { networkId: call.network, id: audience.id })) };
      case 'invited':
        return { items: outside(await this.em.findOne(Invitation, { networkId: call.network, id: audience.id, revokedAt: null })) };
      case 'person':
        return { items: await this.people(await this.present(audience.id, call)) };
      case 'organization':
        return { items: await this.holders(call.network, representatives, audience.id) };
      case 'permission':
        return { items: await this.holders(call.network, holding(audience.permission)) };
    }
  }

  private async holders(networkId: string, roles: readonly RoleName[], organizationId?: string): Promise<Recipient[]> {
    const of = organizationId === undefined ? {} : { organizationId };
    const held = await this.em.find(Role, { networkId, role: { $in: [...roles] }, until: null, ...of });
    return this.people([...new Set(held.map(({ personId }) => personId))]);
  }

  /** A network's notices reach only people of that network. */
  private async present(personId: string, { networkId }: Call): Promise<string[]> {
    if (networkId === null) return [personId];
    return (await this.em.findOne(PersonNetwork, { personId, networkId })) ? [personId] : [];
  }

  private async people(ids: string[]): Promise<Recipient[]> {
    const people = await this.em.find(Person, { id: ids, disabledAt: null }, { orderBy: { id: 'asc' } });
    const byAddress = new Map(people.map(({ id, email, language }) => [email.toLowerCase(), { personId: id, email, language }]));
    return [...byAddress.values()];
  }
}

const holding = (permission: Permission): readonly RoleName[] => rolesOf[permission];

const outside = (found: Pick<Application, 'email' | 'language'> | null): Recipient[] =>
  found ? [{ personId: null, email: found.email, language: found.language }] : [];
