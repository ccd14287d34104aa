import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AuditEntry, listAuditEntries } from '@alianza/contracts/audit/entries';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { fromCursor, toPage } from '@alianza/platform/data/cursors';
import { readNewest, type EntryRow } from '../chain/chain.queries.js';

@Injectable()
export class EntriesService {
  constructor(private readonly em: EntityManager) {}

  async list({ cursor, limit, aggregateId }: InputOf<typeof listAuditEntries>, call: Call): Promise<AnswerOf<typeof listAuditEntries>> {
    const found = await readNewest(this.em, call.network, { before: before(cursor), limit: limit + 1, aggregateId });
    const { rows, nextCursor } = toPage(found, limit, (row) => [Number(row.position)]);
    return { items: rows.map(view), nextCursor };
  }
}

/** Position of the last entry of the page before; a cursor that holds none was not made here. */
function before(cursor: string | undefined): number {
  const [position] = fromCursor(cursor, 1) ?? [Number.MAX_SAFE_INTEGER];
  if (typeof position === 'number' && Number.isSafeInteger(position)) return position;
  throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/cursor', reason: 'wrong-format' }]);
}

const view = (row: EntryRow): AuditEntry => ({
  position: Number(row.position),
  at: new Date(row.occurredAt).toISOString(),
  subject: row.subject,
  aggregateId: row.aggregateId,
  aggregateVersion: row.aggregateVersion,
  actor: row.actor,
  data: { ...row.data, ...row.text },
  hash: row.hash,
});
