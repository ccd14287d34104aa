import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import {
  organizationReinstated,
  organizationSuspended,
  organizationWithdrawn,
  type Member,
  type suspendOrganization,
} from '@alianza/contracts/membership/organizations';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { InputOf } from '@alianza/contracts/operation';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { LeavingService } from '../../roles/leaving.service.js';
import { Role } from '../../roles/role.entity.js';
import { CategoriesService } from '../categories/categories.service.js';
import { HistoryService, type Happened } from '../history/history.service.js';
import { Organization } from '../organization.entity.js';
import { Publication } from '../publication.js';
import { factOf } from '../settling.service.js';
import { OrganizationNotFoundError } from './standing.errors.js';
import { expectNotOwn } from './standing.policy.js';

type Decision = InputOf<typeof suspendOrganization>;
interface Outcome {
  readonly what: Happened['what'];
  readonly event: typeof organizationSuspended;
}

/** Whether a member takes part. Principals are resolved at every write, so a decision holds from the next one. */
@Injectable()
export class StandingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly publication: Publication,
    private readonly categories: CategoriesService,
    private readonly history: HistoryService,
    private readonly leaving: LeavingService,
  ) {}

  async suspend({ id, reason }: Decision, call: Call): Promise<Member> {
    const organization = await this.load(id, call);
    organization.suspend(reason, await this.clock.now(this.em));
    return this.settle(organization, { what: 'suspended', event: organizationSuspended }, call);
  }

  async reinstate({ id, reason }: Decision, call: Call): Promise<Member> {
    const organization = await this.load(id, call);
    organization.reinstate(reason, await this.clock.now(this.em));
    return this.settle(organization, { what: 'reinstated', event: organizationReinstated }, call);
  }

  /** Its category and its people's roles end with it; records and history stay under its name. */
  async withdraw({ id, reason }: Decision, call: Call): Promise<Member> {
    const organization = await this.load(id, call);
    await this.expectLeading(id, call);
    organization.withdraw(reason, await this.clock.now(this.em));
    await this.categories.leave(organization, await this.categories.today(organization));
    await this.leaving.leave(organization, reason, call);
    return this.settle(organization, { what: 'withdrawn', event: organizationWithdrawn }, call);
  }

  /** A member as it was read; never the own organisation. */
  async load(id: string, call: Call): Promise<Organization> {
    const organization = await this.em.findOne(Organization, { networkId: call.network, id });
    if (!organization) throw new OrganizationNotFoundError();
    expectNotOwn(id, call.principal);
    expectVersion(organization, call);
    return organization;
  }

  /**
   * Whoever leads may be of what leaves: of two who end each other's role at the same moment the second is refused. Who represents an organisation
   * is locked before who leads the network, as by everybody.
   */
  private async expectLeading(organizationId: string, { network: networkId, personId }: Call): Promise<void> {
    await oneAtATime(this.em, 'representatives', networkId, organizationId);
    await oneAtATime(this.em, 'secretariat', networkId);
    const leads = await this.em.count(Role, { networkId, personId, role: 'secretariat-lead', until: null });
    if (leads === 0) throw new DomainError(generalErrors.forbidden);
  }

  private async settle(organization: Organization, { what, event }: Outcome, call: Call): Promise<Member> {
    await this.em.flush();
    await this.publication.refresh(organization);
    const reason = organization.decidedReason ?? '';
    await this.history.note(organization, { what, reason }, call);
    const fact = factOf(organization);
    record(this.em, call, event, { ...fact, data: { ...fact.data, reason } });
    return viewMember(organization, call);
  }
}

/** When and why its status was decided; null while it never was. */
export const decidedOf = ({
  decidedAt,
  decidedReason,
}: Pick<Organization, 'decidedReason'> & { decidedAt?: Date | string | null | undefined }) =>
  decidedAt ? { at: new Date(decidedAt).toISOString(), reason: decidedReason ?? '' } : null;

function viewMember(organization: Organization, call: Call): Member {
  const { id, slug, name, acronym = null, sector, country = null, category = null, status, version } = organization;
  return {
    id,
    slug,
    name: resolve(name, call).text,
    acronym,
    sector,
    country,
    category,
    status,
    decided: decidedOf(organization),
    version,
  };
}
