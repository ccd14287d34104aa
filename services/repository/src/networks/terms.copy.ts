import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenant } from '@alianza/platform/data/tenancy';

const TermsCopySchema = defineEntity({
  name: 'TermsCopy',
  tableName: 'terms_copy',
  ...tenant,
  properties: {
    networkId: p.uuid().primary(),
    version: p.integer(),
    /** Not the product's words. */
    own: p.boolean(),
    /** Of the product's words, when this version was published. */
    edition: p.integer(),
  },
});

/** The terms of publication of a network: those it opened with, or those that it put in other words; membership owns them. */
export class TermsCopy extends TermsCopySchema.class {}
TermsCopySchema.setClass(TermsCopy);
