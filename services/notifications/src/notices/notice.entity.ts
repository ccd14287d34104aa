import { defineEntity, p } from '@mikro-orm/postgresql';
import type { NoticeKind } from '@alianza/contracts/notifications/notices';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import type { Params } from './rules.js';

const NoticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  ...tenant,
  uniques: [{ name: 'notice_once', properties: ['networkId', 'eventId', 'rule', 'personId'] }],
  indexes: [{ name: 'notice_of_person', expression: 'create index notice_of_person on notice (network_id, person_id, id desc)' }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    personId: p.uuid(),
    eventId: p.uuid(),
    rule: p.text(),
    kind: p.text().$type<NoticeKind>(),
    params: p.json<Params>(),
    path: p.text().nullable(),
    at: p.datetime(),
    readAt: p.datetime().nullable(),
  },
});

export class Notice extends NoticeSchema.class {
  /** Reading again changes nothing. */
  read(now: Date): void {
    this.readAt ??= now;
  }
}
NoticeSchema.setClass(Notice);
