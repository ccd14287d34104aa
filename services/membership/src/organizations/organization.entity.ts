import { defineEntity, p } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import type { OrganizationKind, OrganizationStatus, registerOrganization } from '@alianza/contracts/membership/organizations';
import type { InputOf } from '@alianza/contracts/operation';
import type { Localized } from '@alianza/contracts/shapes';
import type { Sector } from '@alianza/contracts/vocabularies';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { OrganizationStatusFixedError } from './standing/standing.errors.js';

export type Kind = z.infer<typeof OrganizationKind>;
export type Source = InputOf<typeof registerOrganization>['sources'][number];

const OrganizationSchema = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  ...tenant,
  uniques: [
    { name: 'organization_slug', properties: ['networkId', 'slug'] },
    { name: 'organization_name', properties: ['networkId', 'nameKey'] },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    slug: p.text(),
    name: p.json<Localized>(),
    /** The original name without case and accents: one organisation of a name in a network. */
    nameKey: p.text(),
    acronym: p.text().nullable(),
    kind: p.text().$type<Kind>(),
    sector: p.text().$type<Sector>(),
    country: p.text().nullable(),
    category: p.text().nullable(),
    /** Since when it holds its category; null where nobody wrote that down. */
    categorySince: p.datetime().nullable(),
    status: p.text().$type<OrganizationStatus>(),
    /** When and why the status was decided; null while it never was. */
    decidedAt: p.datetime().nullable(),
    decidedReason: p.text().nullable(),
    role: p.json<Localized>().nullable(),
    website: p.text().nullable(),
    sources: p.json<Source[]>(),
    /** Whether it consents to stand in the public directory. */
    listed: p.boolean(),
    version: p.integer().version(),
  },
});

/** From which status to which; who has left comes back by applying. */
const next: Record<OrganizationStatus, readonly OrganizationStatus[]> = {
  active: ['suspended', 'withdrawn'],
  suspended: ['active', 'withdrawn'],
  withdrawn: [],
};

export class Organization extends OrganizationSchema.class {
  /** Its name is in use by somebody who takes part in the network. */
  takesPart(): boolean {
    return this.kind === 'member' && this.status !== 'withdrawn';
  }

  /** Off the directory once it has left. */
  isPublic(): boolean {
    return this.listed && this.status !== 'withdrawn';
  }

  suspend(reason: string, now: Date): void {
    this.move('suspended', reason, now);
  }

  reinstate(reason: string, now: Date): void {
    this.move('active', reason, now);
  }

  withdraw(reason: string, now: Date): void {
    this.move('withdrawn', reason, now);
  }

  /** An actor of the map, or a member that had left, comes in. */
  admit(category: string, now: Date): void {
    this.kind = 'member';
    this.status = 'active';
    this.category = category;
    this.categorySince = now;
    this.listed = true;
    this.decidedAt = null;
    this.decidedReason = null;
  }

  private move(to: OrganizationStatus, reason: string, now: Date): void {
    if (this.kind !== 'member' || !next[this.status].includes(to)) throw new OrganizationStatusFixedError(this.status);
    this.status = to;
    this.decidedAt = now;
    this.decidedReason = reason;
  }
}
OrganizationSchema.setClass(Organization);
