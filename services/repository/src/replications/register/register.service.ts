import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { listReplications } from '@alianza/contracts/repository/replications';
import type { Call } from '@alianza/platform/calls/call';
import { InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { resolve } from '@alianza/platform/data/localized';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { keysAfter, lastId, lastInstant } from '../../data/cursor-keys.js';
import {
  registered,
  registeredByOrganization,
  registeredOfOrigin,
  registeredOfPractice,
  replicators,
  timesRepeated,
  timesRepeatedOfOrigin,
  type PublicRow,
  type Replicator,
} from './register.queries.js';
import { viewRegistered } from '../replication.views.js';

type Asked = InputOf<typeof listReplications>;
type Register = AnswerOf<typeof listReplications>;

/** What the public reads of who repeated what. */
@Injectable()
export class RegisterService {
  constructor(private readonly reads: PublicReads) {}

  async list(asked: Asked, call: Call): Promise<Register> {
    const [found, counted] = await Promise.all([this.page(asked, call), this.counted(asked, call)]);
    const { rows, nextCursor } = toPage(found, asked.limit, ({ confirmedAt, id }) => [confirmedAt.toISOString(), id]);
    return { items: rows.map((row) => viewRegistered(row, call)), nextCursor, ...counted };
  }

  private async page({ practice, organization, origin, cursor, limit }: Asked, { network, request: { left } }: Call): Promise<PublicRow[]> {
    const page = [network, ...keysAfter(cursor, InstantAndId, [lastInstant, lastId]), limit + 1];
    if (practice !== undefined) return this.reads.rows<PublicRow>(registeredOfPractice, [...page, practice, organization ?? null], left);
    if (origin !== undefined) return this.reads.rows<PublicRow>(registeredOfOrigin, [...page, origin], left);
    if (organization !== undefined) return this.reads.rows<PublicRow>(registeredByOrganization, [...page, organization], left);
    return this.reads.rows<PublicRow>(registered, page, left);
  }

  private async counted({ practice, organization, origin }: Asked, call: Call): Promise<Pick<Register, 'total' | 'organizations'>> {
    const { network, request } = call;
    if (practice !== undefined) {
      const [row] = await this.reads.rows<{ count: number }>(timesRepeated, [network, practice, organization ?? null], request.left);
      return { total: row?.count ?? 0, organizations: [] };
    }
    if (origin !== undefined) {
      const [row] = await this.reads.rows<{ count: number }>(timesRepeatedOfOrigin, [network, origin], request.left);
      return { total: row?.count ?? 0, organizations: [] };
    }
    const rows = await this.reads.rows<Replicator>(replicators, [network], request.left);
    const wanted = organization === undefined ? rows : rows.filter((row) => row.organizationId === organization);
    const organizations = rows.map(({ organizationId: value, organization: name, count }) => ({
      value,
      label: name === null ? '' : resolve(name, call).text,
      count,
    }));
    return { total: wanted.reduce((sum, { count }) => sum + count, 0), organizations };
  }
}
