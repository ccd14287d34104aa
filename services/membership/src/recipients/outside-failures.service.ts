import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { invitationBounced } from '@alianza/contracts/membership/invitations';
import type { listFailing } from '@alianza/contracts/membership/recipients';
import type { mailBounced } from '@alianza/contracts/notifications/mails';
import type { AnswerOf } from '@alianza/contracts/operation';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { queryRows } from '@alianza/platform/data/queries';
import { record } from '@alianza/platform/events/record';
import { Invitation } from '../invitations/invitation.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { Role } from '../roles/role.entity.js';
import { failingOutside, noteBounce, type FoundOutside } from './outside-failures.queries.js';

type Bounce = Event<DataOf<typeof mailBounced>>;
type Failing = Pick<AnswerOf<typeof listFailing>, 'outside' | 'outsideTotal'>;
type OriginHere = Origin & { readonly networkId: string };

/** Bounds the work for a page that nobody reads to its end. */
const most = 100;

/** Mails that do not reach who has no account: it is noted beside what was written about, which is how it can be put right. */
@Injectable()
export class OutsideFailures {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** A mail came back, now or for good: either way it was not read. */
  async note({ data, networkId, actor, cause }: Bounce): Promise<void> {
    const { about, status, sentAt } = data;
    if (!about || networkId === null) return;
    const origin = { networkId, actor, cause };
    if (about.to === 'invited') await this.ofInvitation(about.id, status, origin);
    else await noteBounce(this.em, about, { networkId, status, at: await this.clock.now(this.em), sentAt: new Date(sentAt) });
  }

  async list(call: Call): Promise<Failing> {
    const now = await this.clock.now(this.em);
    const rows = await queryRows<FoundOutside>(this.em, failingOutside, [call.network, now, most]);
    const outside = rows.map(({ since, name, title, total: _total, ...row }) => ({
      ...row,
      organization: name ? resolve(name, call).text : title,
      since: new Date(since).toISOString(),
    }));
    return { outside, outsideTotal: rows[0]?.total ?? 0 };
  }

  private async ofInvitation(id: string, status: string | null, origin: OriginHere): Promise<void> {
    const { networkId } = origin;
    const invitation = await this.em.findOne(Invitation, { networkId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!invitation?.bounce(status, await this.clock.now(this.em))) return;
    await this.em.flush();
    const { role, organizationId = null, version } = invitation;
    const organization = organizationId === null ? null : await this.em.findOneOrFail(Organization, { networkId, id: organizationId });
    const byNetwork = organization?.status !== 'active' || !(await this.hasTitular(organization));
    const data = { role, organizationId, organization: organization?.name ?? null, byNetwork };
    record(this.em, origin, invitationBounced, { aggregateId: id, aggregateVersion: version, data });
  }

  /** Who is disabled keeps the role, and is told of nothing. */
  private async hasTitular({ networkId, id: organizationId }: Organization): Promise<boolean> {
    const titular = await this.em.findOne(Role, { networkId, organizationId, role: 'titular', until: null });
    return titular !== null && (await this.em.count(Person, { id: titular.personId, disabledAt: null })) > 0;
  }
}
