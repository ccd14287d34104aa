import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { noticeErrors, type listNotices, type readNotice } from '@alianza/contracts/notifications/notices';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { Id } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { fromCursor, toPage } from '@alianza/platform/data/cursors';
import { queryRows } from '@alianza/platform/data/queries';
import { textIn } from '@alianza/texts/server';
import { Notice } from './notice.entity.js';
import { noticesOfPerson, unreadOfPerson } from './notices.queries.js';
import { paramsFor } from './params.js';

type Row = Pick<Notice, 'id' | 'rule' | 'kind' | 'params'> & { path: string | null; at: string; readAt: string | null };

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class NoticesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async list({ cursor, limit }: InputOf<typeof listNotices>, call: Call): Promise<AnswerOf<typeof listNotices>> {
    const mine = [call.network, call.personId];
    const found = await queryRows<Row>(this.em, noticesOfPerson, [...mine, before(cursor), limit + 1]);
    const [counted] = await queryRows<{ unread: number }>(this.em, unreadOfPerson, mine);
    const { rows, nextCursor } = toPage(found, limit, ({ id }) => [id]);
    return { items: rows.map((row) => view(row, call)), nextCursor, unread: counted?.unread ?? 0 };
  }

  async read({ id }: InputOf<typeof readNotice>, call: Call): Promise<Record<string, never>> {
    const notice = await this.em.findOne(Notice, { id, networkId: call.network, personId: call.personId });
    if (!notice) throw new DomainError(noticeErrors['notice-not-found']);
    notice.read(await this.clock.now(this.em));
    return {};
  }
}

/** Id of the last notice of the page before; a cursor that holds none was not made here. */
function before(cursor: string | undefined): string {
  const keys = fromCursor(cursor, 1);
  if (keys === null) return last;
  const { success, data } = Id.safeParse(keys[0]);
  if (success) return data;
  throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/cursor', reason: 'wrong-format' }]);
}

function view({ id, rule, kind, params, path, at, readAt }: Row, reader: Call) {
  const text = textIn(reader.lang);
  const filled = paramsFor(params, reader);
  const [title, words] = [text(`notices.${rule}.title`, filled), text(`notices.${rule}.text`, filled)];
  return { id, kind, title, text: words, path, at: new Date(at).toISOString(), read: readAt !== null };
}
