import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { listNames } from '@alianza/contracts/membership/directory/names';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { resolve } from '@alianza/platform/data/localized';
import { CONFIG } from '@alianza/platform/run/service-definition';
import { operatorOf, type MembershipConfig, type Operator } from '../config.js';
import { Organization } from '../organizations/organization.entity.js';
import { Account } from '../people/account.entity.js';
import { PersonNetwork } from '../people/person-network.entity.js';
import { Person } from '../people/person.entity.js';

/** Names for ids, of this network alone. */
@Injectable()
export class NamesService {
  private readonly configured: readonly Operator[];

  constructor(
    private readonly em: EntityManager,
    @Inject(CONFIG) { OPERATORS }: MembershipConfig,
  ) {
    this.configured = OPERATORS;
  }

  async list({ person, organization }: InputOf<typeof listNames>, call: Call): Promise<AnswerOf<typeof listNames>> {
    const networkId = call.network;
    const here = person.length === 0 ? [] : await this.em.find(PersonNetwork, { networkId, personId: { $in: person } });
    const people = here.length === 0 ? [] : await this.em.find(Person, { id: { $in: here.map(({ personId }) => personId) } });
    const found = organization.length === 0 ? [] : await this.em.find(Organization, { networkId, id: { $in: organization } });
    return {
      people: people.map(({ id, name }) => ({ id, name })),
      organizations: found.map(({ id, name }) => ({ id, name: resolve(name, call).text })),
      operators: await this.operators(person.filter((id) => !people.some((one) => one.id === id))),
    };
  }

  private async operators(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0 || this.configured.length === 0) return [];
    const accounts = await this.em.find(Account, { personId: { $in: ids } });
    const operate = accounts.filter((account) => operatorOf(this.configured, account));
    return operate.map(({ personId }) => personId);
  }
}
