import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import type { ActorMapping } from '@alianza/contracts/membership/imports/actors';
import { tenant } from '@alianza/platform/data/tenancy';
import { begunIndex, importProperties, importRowProperties, outcomeIndex } from '@alianza/platform/imports/import-entity';
import type { ActorPlan } from './rows/plan.js';

const ImportSchema = defineEntity({
  name: 'ActorImport',
  tableName: 'actor_import',
  ...tenant,
  indexes: [begunIndex('actor_import')],
  properties: importProperties<ActorImportField, ActorMapping>(),
});

/** A sheet of actors on its way in. */
export class ActorImport extends ImportSchema.class {}
ImportSchema.setClass(ActorImport);

const RowSchema = defineEntity({
  name: 'ActorImportRow',
  tableName: 'actor_import_row',
  ...tenant,
  indexes: [outcomeIndex('actor_import_row')],
  properties: {
    ...importRowProperties<ActorPlan>(),
    /** The actor that it became or changed. */
    actorId: p.uuid().nullable(),
  },
});

/** One row of a sheet, and what would become of it. */
export class ActorImportRow extends RowSchema.class {}
RowSchema.setClass(ActorImportRow);

const IdentitySchema = defineEntity({
  name: 'ActorImportIdentity',
  tableName: 'actor_import_identity',
  ...tenant,
  indexes: [{ name: 'actor_import_identity_of', properties: ['networkId', 'organizationId'] }],
  properties: { networkId: p.uuid().primary(), identity: p.text().primary(), organizationId: p.uuid() },
});

/** By what sheets know the organisation of an actor that came from one: a later sheet finds it again, whatever it is called by then. */
export class ActorImportIdentity extends IdentitySchema.class {}
IdentitySchema.setClass(ActorImportIdentity);
