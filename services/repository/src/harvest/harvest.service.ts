import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type {
  datePractices,
  getChange,
  listAddresses,
  listChanges,
  listRecords,
  listReplicationRecords,
  summarizeRecords,
} from '@alianza/contracts/repository/harvest';
import type { Call } from '@alianza/platform/calls/call';
import { InstantKey, toCursor } from '@alianza/platform/data/cursors';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { z } from 'zod';
import { firstId, firstInstant, keysAfter, lastId, lastInstant } from '../data/cursor-keys.js';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import {
  addressesBetween,
  changeOf,
  changesAlone,
  changesWithRecords,
  datesOf,
  lastChange,
  partsOf,
  recordsById,
  replicationsById,
  settled,
} from './harvest.queries.js';
import { viewChange, viewRecord, viewReplication, type ChangeRow, type ReplicationRecord } from './harvest.views.js';
import { pageWithin } from './page-within.js';

/** Records whose addresses stand in one part; what came since the parts were told may stand there besides. */
const [inPart, atMost] = [1000, 2000];

type Dated = { publishedAt: Date } & Omit<AnswerOf<typeof datePractices>['items'][number], 'publishedAt'>;

/** What is published, for whoever keeps a copy of it. */
@Injectable()
export class HarvestService {
  constructor(private readonly reads: PublicReads) {}

  async changes(input: InputOf<typeof listChanges>, { network, request }: Call): Promise<AnswerOf<typeof listChanges>> {
    const { from = firstInstant, before = lastInstant, type = null, fiveR = null, records, cursor, limit } = input;
    const [after] = keysAfter(cursor, z.tuple([InstantKey]), [firstInstant]);
    const [now] = await this.reads.rows<{ at: string }>(settled, [network], request.left);
    const query = records === 'yes' ? changesWithRecords : changesAlone;
    const rows = await this.reads.rows<ChangeRow>(query, [network, after, from, before, type, fiveR, limit + 1], request.left);
    const { items, more } = pageWithin(rows.map(viewChange), limit);
    const last = items.at(-1);
    return { items, nextCursor: more && last ? toCursor([last.changedAt]) : null, at: now?.at ?? '' };
  }

  async change({ id }: InputOf<typeof getChange>, { network, request }: Call): Promise<AnswerOf<typeof getChange>> {
    const [row] = await this.reads.rows<ChangeRow>(changeOf, [network, id], request.left);
    if (!row) throw new PracticeNotFoundError();
    return viewChange(row);
  }

  async records({ cursor, limit }: InputOf<typeof listRecords>, { network, request }: Call): Promise<AnswerOf<typeof listRecords>> {
    const [after] = keysAfter(cursor, z.tuple([z.guid()]), [firstId]);
    const rows = await this.reads.rows<ChangeRow>(recordsById, [network, after, limit + 1], request.left);
    const { items, more } = pageWithin(rows, limit);
    const last = items.at(-1);
    return { items: items.map(viewRecord).filter((record) => record !== null), nextCursor: more && last ? toCursor([last.id]) : null };
  }

  async replications(
    { cursor, limit }: InputOf<typeof listReplicationRecords>,
    { network, request }: Call,
  ): Promise<AnswerOf<typeof listReplicationRecords>> {
    const [after] = keysAfter(cursor, z.tuple([z.guid()]), [firstId]);
    const rows = await this.reads.rows<ReplicationRecord>(replicationsById, [network, after, limit + 1], request.left);
    const { items, more } = pageWithin(rows, limit);
    const last = items.at(-1);
    return { items: items.map(viewReplication), nextCursor: more && last ? toCursor([last.id]) : null };
  }

  async addresses({ from, before = lastId }: InputOf<typeof listAddresses>, call: Call): Promise<AnswerOf<typeof listAddresses>> {
    return { items: await this.reads.rows(addressesBetween, [call.network, from, before, atMost], call.request.left) };
  }

  async summary({ network, request }: Call): Promise<AnswerOf<typeof summarizeRecords>> {
    const parts = await this.reads.rows<AnswerOf<typeof summarizeRecords>['parts'][number]>(partsOf, [network, inPart], request.left);
    const [last] = await this.reads.rows<{ changedAt: string }>(lastChange, [network], request.left);
    return { count: parts.reduce((sum, { count }) => sum + count, 0), changedAt: last?.changedAt ?? null, parts };
  }

  async dates({ slug }: InputOf<typeof datePractices>, { network, request }: Call): Promise<AnswerOf<typeof datePractices>> {
    const rows = await this.reads.rows<Dated>(datesOf, [network, slug], request.left);
    return { items: rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() })) };
  }
}
