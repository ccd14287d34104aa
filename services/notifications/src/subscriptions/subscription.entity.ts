import { defineEntity, p } from '@mikro-orm/postgresql';
import type { SubscriptionKind } from '@alianza/contracts/notifications/subscriptions';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import type { Choice } from '../preferences/preference.entity.js';

const SubscriptionSchema = defineEntity({
  name: 'Subscription',
  tableName: 'subscription',
  ...tenant,
  uniques: [{ name: 'subscription_hash', properties: ['networkId', 'hash'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    /** Of the secret in the link. */
    hash: p.text(),
    personId: p.uuid(),
    kind: p.text().$type<SubscriptionKind>(),
    /** What the link ended, as it was before; null where it ended nothing, or that was taken back. */
    stopped: p.json<Partial<Choice>>().nullable(),
  },
});

/** A standing link by which one person ends one kind of mail without signing in. */
export class Subscription extends SubscriptionSchema.class {}
SubscriptionSchema.setClass(Subscription);
