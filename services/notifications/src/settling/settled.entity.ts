import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenant } from '@alianza/platform/data/tenancy';

const SettledSchema = defineEntity({
  name: 'Settled',
  tableName: 'settled',
  ...tenant,
  indexes: [{ name: 'settled_at', properties: ['networkId', 'at'] }],
  properties: {
    networkId: p.uuid().primary(),
    rule: p.text().primary(),
    /** A path, or what a rule calls its thing. */
    key: p.text().primary(),
    /** The last fact that did it. */
    eventId: p.uuid(),
    at: p.datetime(),
  },
});

/** That a task was done: whoever would be told of it only now is not. */
export class Settled extends SettledSchema.class {}
SettledSchema.setClass(Settled);
