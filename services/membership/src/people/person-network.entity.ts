import { defineEntity, p } from '@mikro-orm/postgresql';
import { networkless } from '@alianza/platform/data/tenancy';

const PersonNetworkSchema = defineEntity({
  name: 'PersonNetwork',
  tableName: 'person_network',
  ...networkless,
  indexes: [{ name: 'person_network_of_network', properties: ['networkId'] }],
  properties: { personId: p.uuid().primary(), networkId: p.uuid().primary() },
});

/** In which networks a person has, or had, a role: where to look, not what they may do. */
export class PersonNetwork extends PersonNetworkSchema.class {}
PersonNetworkSchema.setClass(PersonNetwork);
