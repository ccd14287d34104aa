import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { MemberMapping } from '@alianza/contracts/membership/imports/members';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Origin } from '@alianza/platform/calls/call';
import type { Writing as SheetWriting, Written } from '@alianza/platform/imports/sheet-kind';
import { Invitation } from '../../invitations/invitation.entity.js';
import { InvitationsService, type Offer } from '../../invitations/invitations.service.js';
import { revokeAll } from '../../invitations/revoking.js';
import { RolesService } from '../../roles/roles.service.js';
import type { PlannedMember } from '../imports.queries.js';
import type { MemberPlan } from '../rows/plan.js';
import { whyUninvited, type Uninvited } from '../rows/titulars.js';

/** Who is to be titular of what rows became is invited, as the secretariat does it on screen. */
@Injectable()
export class TitularInviting {
  constructor(
    private readonly em: EntityManager,
    private readonly roles: RolesService,
    private readonly invitations: InvitationsService,
  ) {}

  /** Before anything is written, as by whoever lets one of them go: nobody else changes who speaks for those that are there. */
  async hold(rows: readonly PlannedMember[], networkId: string): Promise<void> {
    const ids = rows.flatMap(({ plan: { invites, target } }) => (invites && target ? [target.id] : []));
    for (const id of ids.toSorted()) await this.roles.alone(networkId, id);
  }

  /** Of whom `hold` holds, looked at again. Returns what was written with rows that invite nobody any more told so. */
  async invite(
    rows: readonly PlannedMember[],
    { done, replanned = [] }: Written<MemberPlan>,
    { networkId, by, at, origin, language }: SheetWriting<MemberMapping> & { readonly language: PortalLanguage },
  ): Promise<Written<MemberPlan>> {
    const became = new Map(done.map(({ number, recordId }) => [number, recordId]));
    const inviting = rows.flatMap(({ number, plan }) => {
      const organizationId = became.get(number) ?? null;
      return plan.invites && organizationId !== null ? [{ number, plan, organizationId, email: plan.invites }] : [];
    });
    const organizationIds = inviting.map(({ organizationId }) => organizationId);
    const why = await whyUninvited(this.em, { networkId, organizationIds, now: at, by });
    const uninvited = [...replanned];
    const offers: Offer[] = [];
    for (const { number, plan, organizationId, email } of inviting) {
      const reason = why(organizationId, email);
      if (reason === null) offers.push({ networkId, organizationId, role: 'titular', email, language });
      else uninvited.push({ number, plan: withoutInvitation(plan, reason) });
    }
    await this.offer(offers, networkId, at, origin);
    return { done, replanned: uninvited };
  }

  /** All at once: of what was offered before only what expired is left, and of the titular's place there is one offer at a time. */
  private async offer(offers: readonly Offer[], networkId: string, at: Date, origin: Origin): Promise<void> {
    const organizationId = { $in: offers.map((offer) => offer.organizationId) };
    const earlier = await this.em.find(Invitation, { networkId, organizationId, role: 'titular', acceptedAt: null, revokedAt: null });
    await revokeAll(this.em, earlier, at, origin);
    await this.invitations.issueAll(offers, origin);
  }
}

const withoutInvitation = (plan: MemberPlan, reason: Uninvited): MemberPlan => ({
  ...plan,
  problems: plan.problems.map((problem) => (problem.reason === 'titular-invited' ? { ...problem, reason } : problem)),
  invites: null,
});
