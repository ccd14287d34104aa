import { defineEntity, p } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { LinkPurpose } from '@alianza/contracts/membership/recipients';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

export type Purpose = z.infer<typeof LinkPurpose>;

const LinkSchema = defineEntity({
  name: 'Link',
  tableName: 'link',
  ...tenant,
  uniques: [
    { name: 'link_hash', properties: ['networkId', 'hash'] },
    { name: 'link_key', properties: ['networkId', 'subjectId', 'purpose', 'key'] },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    purpose: p.text().$type<Purpose>(),
    /** The application or the invitation it opens. */
    subjectId: p.uuid(),
    /** One secret per key: minted again, the earlier one is void. */
    key: p.text(),
    hash: p.text(),
    /** Null for a standing link. */
    expiresAt: p.datetime().nullable(),
    spentAt: p.datetime().nullable(),
  },
});

export class LinkNotValidError extends DomainError {
  constructor() {
    super(generalErrors['link-not-valid']);
  }
}

/** A secret address, of which only the hash is kept. */
export class Link extends LinkSchema.class {
  isOpen(now: Date): boolean {
    return !this.spentAt && (!this.expiresAt || this.expiresAt > now);
  }

  spend(now: Date): void {
    if (!this.isOpen(now)) throw new LinkNotValidError();
    this.spentAt = now;
  }

  /** Another secret takes the place of the earlier one. */
  renew(hash: string, expiresAt: Date | null): void {
    this.hash = hash;
    this.expiresAt = expiresAt;
    this.spentAt = null;
  }
}
LinkSchema.setClass(Link);
