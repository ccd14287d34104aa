import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import { standInBegun, standInEnded } from '@alianza/contracts/repository/stand-ins';
import type { Localized } from '@alianza/contracts/shapes';
import type { Origin } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { Inquiry } from '../inquiries/inquiry.entity.js';
import { Replication } from '../replications/replication.entity.js';
import { isActive } from './active.js';

export interface Turn {
  readonly networkId: string;
  readonly id: string;
  readonly version: number;
  readonly name: Localized;
  readonly before: OrganizationStatus;
  readonly status: OrganizationStatus;
}

/** Who answers follows from an organisation's status alone; when that turns, whoever answers from now on is told what waits. */
@Injectable()
export class StandInService {
  constructor(private readonly em: EntityManager) {}

  async tell({ networkId, id, version, name: organization, before, status }: Turn, origin: Origin): Promise<void> {
    if (isActive(before) === isActive(status)) return;
    const inquiries = await this.em.count(Inquiry, { networkId, organizationId: id, status: 'open' });
    const replications = await this.em.count(Replication, { networkId, originId: id, status: 'told' });
    if (inquiries + replications === 0) return;
    const data = { organization, status, inquiries, replications };
    record(this.em, origin, isActive(status) ? standInEnded : standInBegun, { aggregateId: id, aggregateVersion: version, data });
  }
}
