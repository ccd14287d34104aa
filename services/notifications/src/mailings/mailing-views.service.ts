import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { namePeople } from '@alianza/contracts/membership/recipients';
import { mailingErrors, type listMailings, type Mailing as MailingView, type MailingRow } from '@alianza/contracts/notifications/mailings';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { Id } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { fromCursor, toPage } from '@alianza/platform/data/cursors';
import { resolve } from '@alianza/platform/data/localized';
import { queryRows } from '@alianza/platform/data/queries';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { mailingsOfNetwork, oneMailing, type CountedMailing } from './mailings.queries.js';

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Mailings as the secretariat sees them, with how far they are. */
@Injectable()
export class MailingViews {
  constructor(
    private readonly em: EntityManager,
    private readonly operations: OperationsClient,
  ) {}

  async list({ cursor, limit }: InputOf<typeof listMailings>, call: Call): Promise<AnswerOf<typeof listMailings>> {
    const found = await queryRows<CountedMailing>(this.em, mailingsOfNetwork, [call.network, before(cursor), limit + 1]);
    const { rows, nextCursor } = toPage(found, limit, ({ id }) => [id]);
    const names = await this.namesOf(rows, call.network);
    return { items: rows.map((row) => viewRow(row, names, call)), nextCursor };
  }

  async get(id: string, call: Call): Promise<MailingView> {
    const rows = await queryRows<CountedMailing>(this.em, oneMailing, [call.network, id]);
    const [row] = rows;
    if (!row) throw new DomainError(mailingErrors['mailing-not-found']);
    const { body, reason, roles } = row;
    return { ...viewRow(row, await this.namesOf(rows, call.network), call), body: resolve(body, call).text, reason, roles };
  }

  private async namesOf(rows: readonly CountedMailing[], networkId: string): Promise<Map<string, string>> {
    const ids = [...new Set(rows.map(({ by }) => by))];
    if (ids.length === 0) return new Map();
    const { items } = await this.operations.ask(namePeople, { ids }, networkId);
    return new Map(items.map(({ id, name }) => [id, name]));
  }
}

function viewRow(row: CountedMailing, names: ReadonlyMap<string, string>, call: Call): MailingRow {
  const { id, subject, by, at, recipients, kept } = row;
  const { sent, bounced, withheld } = kept ?? row;
  return {
    id,
    subject: resolve(subject, call).text,
    by: names.get(by) ?? null,
    at: new Date(at).toISOString(),
    state: stateOf(row),
    counts: { recipients, sent, bounced, withheld },
  };
}

export const stateOf = ({ state, kept, closed, recipients }: CountedMailing): MailingRow['state'] => {
  if (state === 'stopped') return 'stopped';
  return kept !== null || closed >= recipients ? 'done' : 'sending';
};

function before(cursor: string | undefined): string {
  const keys = fromCursor(cursor, 1);
  if (keys === null) return last;
  const { success, data } = Id.safeParse(keys[0]);
  if (success) return data;
  throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/cursor', reason: 'wrong-format' }]);
}
