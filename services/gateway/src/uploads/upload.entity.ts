import { defineEntity, p } from '@mikro-orm/postgresql';
import type { StagedFile, UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import { milliseconds, retention } from '@alianza/contracts/privacy/retention';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

/** Milliseconds for which a staged file waits for the command that takes it over. */
export const stagedFor = milliseconds(retention.uploadHours / 24);

/** Of the file store; keys of staged files begin with it. */
export const stagedFolder = 'staged';

const UploadSchema = defineEntity({
  name: 'Upload',
  tableName: 'upload',
  ...tenant,
  indexes: [{ name: 'upload_by_age', properties: ['networkId', 'stagedAt'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    purpose: p.text().$type<UploadPurposeName>(),
    key: p.text(),
    name: p.text(),
    type: p.text(),
    size: p.integer(),
    sha256: p.text(),
    picture: p.json<NonNullable<StagedFile['picture']>>().nullable(),
    stagedAt: p.datetime(),
  },
});

/** A file that arrived and that no command has taken over for good. */
export class Upload extends UploadSchema.class {}
UploadSchema.setClass(Upload);
