import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { organizationEdited } from '@alianza/contracts/membership/directory/profiles';
import { organizationRegistered } from '@alianza/contracts/membership/organizations';
import { recordAll } from '@alianza/platform/events/record';
import type { Writing } from '@alianza/platform/imports/sheet-kind';
import { HistoryService, type Happened } from '../../organizations/history/history.service.js';
import type { Organization } from '../../organizations/organization.entity.js';
import { Publication } from '../../organizations/publication.js';

export type Settled = readonly [organization: Organization, happened: Happened];

const factOf = ([organization]: Settled) => {
  const { id, version, name, sector, status, country = null, category = null } = organization;
  return { aggregateId: id, aggregateVersion: version, data: { name, sector, status, country, category } };
};

/** What follows where organisations came to be or changed, many at a time: history, directory, events. Of one that says what it said nothing is told. */
@Injectable()
export class Settling {
  constructor(
    private readonly em: EntityManager,
    private readonly publication: Publication,
    private readonly history: HistoryService,
  ) {}

  async settle(made: readonly Settled[], { origin, at }: Pick<Writing, 'origin' | 'at'>): Promise<void> {
    if (made.length === 0) return;
    const told = made.filter(([, { what, changes = [] }]) => what !== 'edited' || changes.length > 0);
    for (const [organization, happened] of told) this.history.noteAt(organization, happened, { actor: origin.actor, at });
    await this.em.flush();
    await this.publication.refreshAll(made.map(([organization]) => organization));
    const edited = told.filter(([, { what }]) => what === 'edited');
    recordAll(this.em, origin, organizationEdited, edited.map(factOf));
    recordAll(this.em, origin, organizationRegistered, told.filter((each) => !edited.includes(each)).map(factOf));
  }
}
