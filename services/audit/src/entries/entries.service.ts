import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AuditEntry, listAuditEntries } from '@alianza/contracts/audit/entries';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { fromCursor, toCursor, toPage } from '@alianza/platform/data/cursors';
import { nowhere } from '@alianza/platform/ids';
import type { EntryRow } from '../chain/chain.queries.js';
import { endOfWindow, findEntries } from './entries.queries.js';

@Injectable()
export class EntriesService {
  constructor(private readonly em: EntityManager) {}

  async list(
    { cursor, limit, ...filter }: InputOf<typeof listAuditEntries>,
    { networkId }: Pick<Call, 'networkId'>,
  ): Promise<AnswerOf<typeof listAuditEntries>> {
    const wanted = { networkId: networkId ?? nowhere, filter, before: before(cursor) };
    const found = await findEntries(this.em, { ...wanted, limit: limit + 1 });
    const { rows, nextCursor } = toPage(found, limit, (row) => [Number(row.position)]);
    if (nextCursor !== null) return { items: rows.map(view), nextCursor };
    const end = await endOfWindow(this.em, wanted);
    return { items: rows.map(view), nextCursor: end === null ? null : toCursor([end]) };
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
