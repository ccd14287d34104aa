import { defineEntity, p } from '@mikro-orm/postgresql';
import type { StatementPage } from '@alianza/contracts/privacy/editions';
import type { Localized } from '@alianza/contracts/shapes';
import { published } from '@alianza/platform/data/tenancy';

const NetworkStatementSchema = defineEntity({
  name: 'NetworkStatement',
  tableName: 'network_statement',
  ...published,
  properties: {
    networkId: p.uuid().primary(),
    page: p.text().$type<StatementPage>().primary(),
    version: p.integer().primary(),
    /** Null where the network took up the product's words again. */
    content: p.json<Localized>().nullable(),
    publishedAt: p.datetime(),
  },
});

/** A page of law as a network worded it from a moment on; written once. */
export class NetworkStatement extends NetworkStatementSchema.class {}
NetworkStatementSchema.setClass(NetworkStatement);
