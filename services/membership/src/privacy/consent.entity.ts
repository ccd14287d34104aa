import { defineEntity, p } from '@mikro-orm/postgresql';
import { networkless } from '@alianza/platform/data/tenancy';

const ConsentSchema = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  ...networkless,
  properties: { personId: p.uuid().primary(), networkId: p.uuid().primary(), version: p.integer().primary(), givenAt: p.datetime() },
});

/** That a person accepted a version of a network's privacy notice. */
export class Consent extends ConsentSchema.class {}
ConsentSchema.setClass(Consent);
