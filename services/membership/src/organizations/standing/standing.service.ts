import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import {
  organizationReinstated,
  organizationSuspended,
  organizationWithdrawn,
  type listMembers,
  type Member,
  type suspendOrganization,
} from '@alianza/contracts/membership/organizations';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { fromCursor, toPage } from '@alianza/platform/data/cursors';
import { resolve } from '@alianza/platform/data/localized';
import { record } from '@alianza/platform/events/record';
import { z } from 'zod';
import { Organization } from '../organization.entity.js';
import { Publication } from '../publication.js';
import { OrganizationNotFoundError } from './standing.errors.js';
import { expectNotOwn } from './standing.policy.js';
import { countMembers, readMembers, type MemberRow } from './standing.queries.js';

type Decision = InputOf<typeof suspendOrganization>;
const NameAndId = z.tuple([z.string(), z.guid()]);

/** Whether a member takes part. Principals are resolved at every write, so a decision holds from the next one. */
@Injectable()
export class StandingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly publication: Publication,
  ) {}

  async list({ status, cursor, limit }: InputOf<typeof listMembers>, call: Call): Promise<AnswerOf<typeof listMembers>> {
    const wanted = { networkId: call.network, status: status ?? null, last: fromCursor(cursor, 2, NameAndId), limit: limit + 1 };
    const { rows, nextCursor } = toPage(await readMembers(this.em, wanted), limit, (row) => [row.nameKey, row.id]);
    const total = await countMembers(this.em, wanted.networkId, wanted.status);
    return { items: rows.map((row) => viewMember(row, call)), nextCursor, total };
  }

  async suspend({ id, reason }: Decision, call: Call): Promise<Member> {
    const organization = await this.load(id, call);
    organization.suspend(reason, await this.clock.now(this.em));
    return this.settle(organization, organizationSuspended, call);
  }

  async reinstate({ id, reason }: Decision, call: Call): Promise<Member> {
    const organization = await this.load(id, call);
    organization.reinstate(reason, await this.clock.now(this.em));
    return this.settle(organization, organizationReinstated, call);
  }

  async withdraw({ id, reason }: Decision, call: Call): Promise<Member> {
    const organization = await this.load(id, call);
    organization.withdraw(reason, await this.clock.now(this.em));
    return this.settle(organization, organizationWithdrawn, call);
  }

  private async load(id: string, call: Call): Promise<Organization> {
    const organization = await this.em.findOne(Organization, { networkId: call.network, id });
    if (!organization) throw new OrganizationNotFoundError();
    expectNotOwn(id, call.principal);
    expectVersion(organization, call);
    return organization;
  }

  private async settle(organization: Organization, happened: typeof organizationSuspended, call: Call): Promise<Member> {
    await this.em.flush();
    await this.publication.refresh(organization);
    const { id, version, name, sector, status, country = null, category = null } = organization;
    const data = { name, sector, status, country, category, reason: organization.decidedReason ?? '' };
    record(this.em, call, happened, { aggregateId: id, aggregateVersion: version, data });
    return viewMember(organization, call);
  }
}

function viewMember({ decidedAt, decidedReason, ...member }: MemberRow, call: Call): Member {
  const { id, slug, acronym = null, sector, country = null, category = null, status, version } = member;
  const decided = decidedAt ? { at: new Date(decidedAt).toISOString(), reason: decidedReason ?? '' } : null;
  return { id, slug, name: resolve(member.name, call).text, acronym, sector, country, category, status, decided, version };
}
