import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { Invitation } from '../invitations/invitation.entity.js';
import { revokeAll } from '../invitations/revoking.js';
import type { Organization } from '../organizations/organization.entity.js';
import { EndingService } from './ending.service.js';
import { Role } from './role.entity.js';
import { RolesService } from './roles.service.js';

/** An organisation that leaves takes its people along: who comes back begins anew, with whoever is invited then. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly roles: RolesService,
    private readonly ending: EndingService,
  ) {}

  /** Ends every role there with its letters, and takes back every offer of one; that they were stays readable. */
  async leave({ id: organizationId, networkId }: Pick<Organization, 'id' | 'networkId'>, reason: string, origin: Origin): Promise<void> {
    await this.roles.alone(networkId, organizationId);
    // the last suplente first, so that none moves up on the way out
    const held = await this.em.find(
      Role,
      { networkId, organizationId, until: null },
      { orderBy: { place: 'desc nulls last', id: 'asc' }, refresh: true },
    );
    for (const role of held) await this.ending.close(role, { reason, succeeded: false, left: true }, origin);
    const open = await this.em.find(Invitation, { networkId, organizationId, acceptedAt: null, revokedAt: null }, { refresh: true });
    await revokeAll(this.em, open, await this.clock.now(this.em), origin);
  }
}
