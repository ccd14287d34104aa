import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenant } from '@alianza/platform/data/tenancy';

/** What visitors of a day are digested with. It is drawn at random, kept for that day and thrown away. */
export const CountSalt = defineEntity({
  name: 'CountSalt',
  tableName: 'count_salt',
  ...tenant,
  properties: { networkId: p.uuid().primary(), day: p.date().primary(), salt: p.text() },
});

/** Who was counted already today, as a digest. Thrown away with the salt. */
export const CountVisitor = defineEntity({
  name: 'CountVisitor',
  tableName: 'count_visitor',
  ...tenant,
  properties: {
    networkId: p.uuid().primary(),
    day: p.date().primary(),
    slug: p.text().primary(),
    use: p.text().primary(),
    visitor: p.text().primary(),
  },
});
