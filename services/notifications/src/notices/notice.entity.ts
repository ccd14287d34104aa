import { defineEntity, p } from '@mikro-orm/postgresql';
import type { NoticeKind } from '@alianza/contracts/notifications/notices';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import type { Params } from './rules.js';

const NoticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  ...tenant,
  uniques: [{ name: 'notice_once', properties: ['networkId', 'eventId', 'rule', 'personId'] }],
  indexes: [
    { name: 'notice_of_person', expression: 'create index notice_of_person on notice (network_id, person_id, id desc)' },
    { name: 'notice_awaits_digest', expression: 'create index notice_awaits_digest on notice (network_id, person_id) where awaits_digest' },
    {
      name: 'notice_unread_of_path',
      expression: 'create index notice_unread_of_path on notice (network_id, path) where read_at is null',
    },
    {
      name: 'notice_unread_of_thing',
      expression: 'create index notice_unread_of_thing on notice (network_id, thing) where read_at is null and thing is not null',
    },
    {
      name: 'notice_of_digest',
      expression: 'create index notice_of_digest on notice (network_id, digest_id) where digest_id is not null',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    personId: p.uuid(),
    eventId: p.uuid(),
    rule: p.text(),
    kind: p.text().$type<NoticeKind>(),
    params: p.json<Params>(),
    path: p.text().nullable(),
    /** What a task is about, where its path does not say it. */
    thing: p.text().nullable(),
    at: p.datetime(),
    readAt: p.datetime().nullable(),
    /** To be told of by mail together with others, in the next daily summary. */
    awaitsDigest: p.boolean().default(false),
    /** The mail that told of it so. */
    digestId: p.uuid().nullable(),
  },
});

export class Notice extends NoticeSchema.class {
  /** Reading again changes nothing. */
  read(now: Date): void {
    this.readAt ??= now;
  }
}
NoticeSchema.setClass(Notice);
