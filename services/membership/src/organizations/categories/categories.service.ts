import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { CategoryPeriod as PeriodView } from '@alianza/contracts/membership/directory/members';
import { Clock } from '@alianza/platform/clock';
import { newId } from '@alianza/platform/ids';
import { dayOf } from '../../data/civil-days.queries.js';
import { Network } from '../../networks/network.entity.js';
import type { Organization } from '../organization.entity.js';
import { CategoryPeriod } from './category-period.entity.js';

export type Grant = Omit<PeriodView, 'until'>;

/** Keeps from when to when an organisation holds which category. */
@Injectable()
export class CategoriesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Begins a period, after the one at hand has ended. */
  async grant(organization: Organization, grant: Grant): Promise<void> {
    await this.end(organization, grant.since);
    await this.write(organization, grant);
  }

  /** The first period of somebody new. */
  begin({ id: organizationId, networkId }: Organization, grant: Grant, grantedAt: Date): void {
    this.em.persist(this.em.create(CategoryPeriod, { ...grant, id: newId(), networkId, organizationId, grantedAt }));
  }

  /**
   * Ends the period at hand, of whoever left without one on the day they left. `day` is null where nobody wrote down when, and then
   * nothing can have been held before.
   */
  async end(organization: Organization, day: string | null): Promise<void> {
    if (day === null) return;
    const held = await this.atHand(organization);
    if (!held) return;
    const left = await this.leftOn(organization);
    if (left === null) held.end(day);
    else held.leave(left);
    await this.em.flush(); // one period is open at a time, also for the database
  }

  /** Ends the period at hand for whoever leaves on that day. */
  async leave(organization: Organization, today: string): Promise<void> {
    (await this.atHand(organization))?.leave(today);
  }

  /** The newest first. */
  async list(organization: Organization): Promise<PeriodView[]> {
    const { networkId, id: organizationId } = organization;
    const kept = await this.em.find(CategoryPeriod, { networkId, organizationId }, { orderBy: { grantedAt: 'desc', id: 'desc' } });
    const unwritten = kept.length === 0 ? await this.unwritten(organization) : null;
    return unwritten ? [{ ...unwritten, until: await this.leftOn(organization) }] : kept.map(viewPeriod);
  }

  async today({ networkId }: Organization): Promise<string> {
    return dayOf(await this.clock.now(this.em), await this.zoneOf(networkId));
  }

  async zoneOf(networkId: string): Promise<string> {
    return (await this.em.findOneOrFail(Network, { id: networkId })).zone;
  }

  private async atHand(organization: Organization): Promise<CategoryPeriod | null> {
    const { id: organizationId, networkId } = organization;
    const held = await this.em.findOne(CategoryPeriod, { networkId, organizationId, until: null });
    return held ?? this.writeUnwritten(organization);
  }

  /** The day on which it withdrew. */
  private async leftOn({ networkId, status, decidedAt }: Organization): Promise<string | null> {
    return status === 'withdrawn' && decidedAt ? dayOf(decidedAt, await this.zoneOf(networkId)) : null;
  }

  private async write({ id: organizationId, networkId }: Organization, grant: Grant): Promise<CategoryPeriod> {
    const grantedAt = await this.clock.now(this.em);
    const period = this.em.create(CategoryPeriod, { ...grant, id: newId(), networkId, organizationId, grantedAt });
    this.em.persist(period);
    return period;
  }

  /** What an organisation holds since before periods were kept. */
  private async unwritten({ networkId, category, categorySince }: Organization): Promise<Grant | null> {
    if (!category) return null;
    const since = categorySince ? dayOf(categorySince, await this.zoneOf(networkId)) : null;
    return { category, since, reference: null, referenceDate: null };
  }

  private async writeUnwritten(organization: Organization): Promise<CategoryPeriod | null> {
    const { networkId, id: organizationId } = organization;
    if ((await this.em.count(CategoryPeriod, { networkId, organizationId })) > 0) return null; // it left, and held nothing since
    const unwritten = await this.unwritten(organization);
    return unwritten && this.write(organization, unwritten);
  }
}

const viewPeriod = ({ category, since = null, until = null, reference = null, referenceDate = null }: CategoryPeriod): PeriodView => ({
  category,
  since,
  until,
  reference,
  referenceDate,
});
