import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { permissionsOf, type Role } from '@alianza/contracts/access';
import type { editMe, Me } from '@alianza/contracts/membership/people';
import type { InputOf } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import { defaultLanguage, Network, viewNetwork } from '../networks/network.entity.js';
import { membershipsByNetwork, type Membership } from './memberships.queries.js';
import { PersonNetwork } from './person-network.entity.js';
import { Person } from './person.entity.js';
import { RegistrationService } from './registration.service.js';

type InNetwork = Me['networks'][number];

@Injectable()
export class PeopleService {
  constructor(
    private readonly em: EntityManager,
    private readonly registration: RegistrationService,
  ) {}

  async me(call: Call): Promise<Me> {
    return this.view(await this.load(call), call);
  }

  async edit({ language, name }: InputOf<typeof editMe>, call: Call): Promise<Me> {
    const person = await this.load(call);
    expectVersion(person, call);
    const before = person.version;
    person.speak(language);
    if (name !== undefined) person.rename(name);
    await this.em.flush();
    if (person.version !== before) this.registration.tellEdited(person, call);
    return this.view(person, call);
  }

  private load({ personId }: Call): Promise<Person> {
    return this.em.findOneOrFail(Person, { id: personId });
  }

  private async view(person: Person, { lang, principal }: Call): Promise<Me> {
    const { id, name, language, version } = person;
    const places = await this.em.find(PersonNetwork, { personId: id });
    const networks = await this.em.find(
      Network,
      { id: places.map(({ networkId }) => networkId) },
      { orderBy: { openedAt: 'asc', id: 'asc' } },
    );
    const held = await membershipsByNetwork(
      this.em,
      id,
      networks.map((network) => network.id),
    );
    const present = networks.map((network) => inNetwork(network, held.get(network.id) ?? [], lang)).filter(({ roles }) => roles.length > 0);
    return { id, name, language, operator: principal.roles.includes('operator'), networks: present, version };
  }
}

function inNetwork(network: Network, held: readonly Membership[], lang: PortalLanguage): InNetwork {
  const { code, name, demo } = viewNetwork(network, lang);
  const roles = [...new Set(held.map(({ role }) => role))];
  return {
    code,
    name,
    demo,
    roles,
    permissions: permissionsOf(roles),
    organizations: organizationsOf(held, { lang, fallback: defaultLanguage(network) }),
  };
}

function organizationsOf(held: readonly Membership[], reader: Reader): InNetwork['organizations'] {
  const organizations = new Map<string, { id: string; name: string; status: NonNullable<Membership['status']>; roles: Role[] }>();
  for (const { role, organizationId, name, status } of held) {
    if (organizationId === null || name === null || status === null) continue;
    const known = organizations.get(organizationId) ?? { id: organizationId, name: resolve(name, reader).text, status, roles: [] };
    organizations.set(organizationId, { ...known, roles: [...known.roles, role] });
  }
  return [...organizations.values()];
}
