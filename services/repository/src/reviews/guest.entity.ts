import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import type { Deed } from '../practices/practice.entity.js';

const GuestSchema = defineEntity({
  name: 'Guest',
  tableName: 'review_guest',
  ...tenant,
  uniques: [{ name: 'review_guest_once', properties: ['networkId', 'personId', 'practiceId'] }],
  indexes: [{ name: 'review_guest_of_practice', properties: ['networkId', 'practiceId'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    practiceId: p.uuid(),
    personId: p.uuid(),
    invitedBy: p.uuid(),
    invitedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** Somebody from outside who may read and comment on one practice while it is reviewed, and never decides. */
export class Guest extends GuestSchema.class {
  /** Invited anew after an end; says whether that changed anything. */
  return({ by, at }: Deed): boolean {
    if (!this.endedAt) return false;
    Object.assign(this, { endedAt: null, invitedBy: by, invitedAt: at });
    return true;
  }

  end(at: Date): boolean {
    if (this.endedAt) return false;
    this.endedAt = at;
    return true;
  }
}
GuestSchema.setClass(Guest);
