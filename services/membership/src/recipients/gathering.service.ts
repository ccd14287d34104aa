import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { gatherRecipients, namePeople } from '@alianza/contracts/membership/recipients';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import { readMembers } from '../organizations/members/members.queries.js';
import { Organization } from '../organizations/organization.entity.js';
import { PersonNetwork } from '../people/person-network.entity.js';
import { Person } from '../people/person.entity.js';
import { FailingService } from './failing.service.js';
import { peopleOfOrganizations, withoutPeople } from './recipients.queries.js';

type Asked = InputOf<typeof gatherRecipients>;

/** People of one answer, names of organisations in it, and members that a filter may find. */
const [pageSize, mostNames, mostMembers] = [500, 50, 20_000];

interface Row {
  id: string;
  name: string;
  language: PortalLanguage;
  email: string;
}

/** For writing to many: who they are, without their addresses. */
@Injectable()
export class RecipientsGathering {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly failing: FailingService,
  ) {}

  async gather(asked: Asked, call: Call): Promise<AnswerOf<typeof gatherRecipients>> {
    const organizations = await this.organizationsOf(asked, call);
    const [roles, ids] = [`{${asked.roles.join(',')}}`, `{${organizations.join(',')}}`];
    const rows = await queryRows<Row>(this.em, peopleOfOrganizations, [call.network, roles, ids, asked.after ?? nowhere, pageSize + 1]);
    const shown = rows.slice(0, pageSize);
    const failing = await this.failing.among(shown);
    const items = shown.map(({ id, name, language }) => ({ personId: id, name, language, failing: failing.has(id) }));
    const next = rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null;
    const without = asked.after === null ? await queryRows<{ name: Localized }>(this.em, withoutPeople, [call.network, roles, ids]) : [];
    const names = without.slice(0, mostNames).map(({ name }) => resolve(name, call).text);
    return { items, next, without: { total: without.length, names } };
  }

  async names({ ids }: InputOf<typeof namePeople>, call: Call): Promise<AnswerOf<typeof namePeople>> {
    const present = await this.em.find(PersonNetwork, { personId: ids, networkId: call.network });
    const people = await this.em.find(Person, { id: present.map(({ personId }) => personId) });
    return { items: people.map(({ id, name }) => ({ id, name })) };
  }

  /** Members of this network alone, whatever ids are given. */
  private async organizationsOf({ organizations, filter }: Asked, { network: networkId }: Call): Promise<string[]> {
    if (filter === null) {
      const found = await this.em.find(Organization, { networkId, id: organizations ?? [], kind: 'member' }, { fields: ['id'] });
      return found.map(({ id }) => id);
    }
    const slice = { last: null, limit: mostMembers, at: await this.clock.now(this.em) };
    const found = await readMembers(this.em, { networkId, filter }, { sort: 'name', order: 'asc' }, slice);
    return found.map(({ id }) => id);
  }
}
