import { defineEntity, p } from '@mikro-orm/postgresql';
import { networkless } from '@alianza/platform/data/tenancy';

const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  ...networkless,
  properties: { issuer: p.text().primary(), subject: p.text().primary(), personId: p.uuid() },
});

/** How a person is known at an identity provider; people are never matched by address. */
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);
