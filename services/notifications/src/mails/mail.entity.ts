import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Audience } from '@alianza/contracts/membership/recipients';
import type { BounceKind } from '@alianza/contracts/notifications/mails';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import type { Params } from '../notices/rules.js';

/** Also once for who has no account. */
export const once = 'create unique index mail_once on mail (network_id, event_id, rule, person_id) nulls not distinct';
/** For what is written to many, and for what is forgotten. */
const byTime = 'create index mail_at on mail (network_id, rule, at)';

/** Why a mail was not sent: nobody to write to, an address that fails, a choice made meanwhile, or nothing left to say. */
export type Withheld = 'gone' | 'failing' | 'unwanted' | 'idle' | 'stopped';

/** A mail to be sent once. It holds no address: that is asked for when sending. */
const MailSchema = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  ...tenant,
  indexes: [
    { name: 'mail_once', expression: once },
    { name: 'mail_at', expression: byTime },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    eventId: p.uuid(),
    rule: p.text(),
    subjectId: p.uuid(),
    audience: p.json<Audience>(),
    personId: p.uuid().nullable(),
    params: p.json<Params>(),
    at: p.datetime(),
    sentAt: p.datetime().nullable(),
    /** No server took it, at once or for as long as it was tried. */
    refusedAt: p.datetime().nullable(),
    withheld: p.text().$type<Withheld>().nullable(),
    /** Which address of the person it went to; see membership's `markOf`. */
    mark: p.text().nullable(),
    bouncedAt: p.datetime().nullable(),
    bounceKind: p.text().$type<BounceKind>().nullable(),
    bounceStatus: p.text().nullable(),
    /** How often more became known of that. */
    bounces: p.integer().default(0),
  },
});

export class Mail extends MailSchema.class {
  /** Nothing is left to do. */
  isClosed(): boolean {
    return Boolean(this.sentAt ?? this.refusedAt ?? this.withheld);
  }

  sent(now: Date): void {
    this.sentAt ??= now;
  }

  /** The recipient's server will have none of it, now or later. */
  refused(now: Date): void {
    this.refusedAt ??= now;
  }

  withhold(why: Withheld): void {
    this.withheld ??= why;
  }

  /** Says whether that was news: after a passing reason a lasting one still is, and nothing after that. */
  bounce({ kind, status }: { kind: BounceKind; status: string | null }, now: Date): boolean {
    if (this.bounceKind === 'hard' || this.bounceKind === kind) return false;
    this.bouncedAt ??= now;
    this.bounceKind = kind;
    this.bounceStatus = status;
    this.bounces += 1;
    return true;
  }
}
MailSchema.setClass(Mail);
