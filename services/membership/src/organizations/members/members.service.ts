import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import {
  organizationCategoryChanged,
  type changeCategory,
  type listDirectory,
  type listMembers,
  type MemberFile,
  type MemberRow,
} from '@alianza/contracts/membership/directory/members';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { fromCursor, toPage } from '@alianza/platform/data/cursors';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import { record } from '@alianza/platform/events/record';
import { z } from 'zod';
import { startOfDay } from '../../data/civil-days.queries.js';
import { Network } from '../../networks/network.entity.js';
import { CategoriesService } from '../categories/categories.service.js';
import { HistoryService } from '../history/history.service.js';
import { shownPlace } from '../organization.entity.js';
import { Publication } from '../publication.js';
import { decidedOf, StandingService } from '../standing/standing.service.js';
import { countsOf } from './directory-counts.js';
import { MemberFileService } from './member-file.service.js';
import { countriesOfMembers, membersAlike, readMembers, readNeighbours, type FoundMember, type FoundNeighbour } from './members.queries.js';

type Neighbour = AnswerOf<typeof listDirectory>['items'][number];
const KeyAndId = z.tuple([z.string(), z.guid()]);

/** The members of a network as its secretariat works with them. */
@Injectable()
export class MembersService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly standing: StandingService,
    private readonly categories: CategoriesService,
    private readonly history: HistoryService,
    private readonly publication: Publication,
    private readonly file: MemberFileService,
  ) {}

  async list({ sort, order, cursor, limit, ...filter }: InputOf<typeof listMembers>, call: Call): Promise<AnswerOf<typeof listMembers>> {
    const wanted = { networkId: call.network, filter };
    const slice = { last: fromCursor(cursor, 2, KeyAndId), limit: limit + 1, at: await this.clock.now(this.em) };
    const found = await readMembers(this.em, wanted, { sort, order }, slice);
    const { rows, nextCursor } = toPage(found, limit, (row) => [row.key, row.id]);
    const countries = cursor === undefined ? await countriesOfMembers(this.em, call.network) : [];
    return { items: rows.map((row) => viewRow(row, call)), nextCursor, total: found[0]?.total ?? 0, countries };
  }

  /** Members read of each other what each shows, and whether it is suspended. */
  async directory({ cursor, limit, ...asked }: InputOf<typeof listDirectory>, call: Call): Promise<AnswerOf<typeof listDirectory>> {
    const wanted = { networkId: call.network, filter: { ...asked, status: ['active' as const, 'suspended' as const] } };
    const slice = { last: fromCursor(cursor, 2, KeyAndId), limit: limit + 1 };
    const found = await readNeighbours(this.em, wanted, slice);
    const { rows, nextCursor } = toPage(found, limit, (row) => [row.key, row.id]);
    const counts = countsOf(cursor === undefined ? await membersAlike(this.em, wanted) : [], asked);
    return { items: rows.map((row) => viewNeighbour(row, call)), nextCursor, total: found[0]?.total ?? 0, counts };
  }

  async changeCategory({ id, category, since, reference, referenceDate }: InputOf<typeof changeCategory>, call: Call): Promise<MemberFile> {
    const organization = await this.standing.load(id, call);
    const network = await this.em.findOneOrFail(Network, { id: call.network });
    network.expectCategory(category);
    if (since > (await this.categories.today(organization)))
      throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/since', reason: 'in-future' }]);
    const before = organization.category ?? null;
    await this.categories.grant(organization, { category, since, reference, referenceDate });
    organization.categorize(category, await startOfDay(this.em, since, network.zone));
    await this.em.flush();
    await this.publication.refresh(organization);
    await this.history.note(
      organization,
      { what: 'category-changed', reference, changes: [{ field: 'category', before, after: category }] },
      call,
    );
    const { version, name, sector, status, country = null } = organization;
    const data = { name, sector, status, country, category, since, reference };
    record(this.em, call, organizationCategoryChanged, { aggregateId: id, aggregateVersion: version, data });
    await this.em.flush();
    return this.file.view(organization, call);
  }
}

function viewNeighbour(row: FoundNeighbour, reader: Reader): Neighbour {
  const { id, slug, name, acronym = null, sector, category = null, status, listed } = row;
  return { id, slug, name: resolve(name, reader).text, acronym, sector, category, status, listed, ...shownPlace(row) };
}

const instant = (told: string | null): string | null => (told === null ? null : new Date(told).toISOString());

export function viewRow(
  { key: _key, total: _total, shows: _shows, decidedAt, decidedReason, ...row }: FoundMember,
  reader: Reader,
): MemberRow {
  return {
    ...row,
    acronym: row.acronym ?? null,
    country: row.country ?? null,
    region: row.region ?? null,
    category: row.category ?? null,
    website: row.website ?? null,
    name: resolve(row.name, reader).text,
    languages: row.languages ?? [],
    categorySince: instant(row.categorySince),
    letterValidUntil: instant(row.letterValidUntil),
    decided: decidedOf({ decidedAt, decidedReason }),
  };
}
