import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenant } from '@alianza/platform/data/tenancy';
import { createHash } from 'node:crypto';

const SilencedAddressSchema = defineEntity({
  name: 'SilencedAddress',
  tableName: 'silenced_address',
  ...tenant,
  properties: { networkId: p.uuid().primary(), hash: p.text().primary(), at: p.datetime() },
});

/** An address that asked not to be written to again: not the address, but what it is known by when somebody enters it anew. */
export class SilencedAddress extends SilencedAddressSchema.class {}
SilencedAddressSchema.setClass(SilencedAddress);

export const silencedHash = (networkId: string, email: string): string =>
  createHash('sha256').update(`${networkId} ${email.toLowerCase()}`).digest('base64url');
