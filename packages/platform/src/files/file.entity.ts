import { defineEntity, p } from '@mikro-orm/postgresql';
import { closeTenantTable, tenant, tenantProperties } from '../data/tenancy.js';

/** A file of a service: its bytes lie in the store under `key`. */
const FileSchema = defineEntity({
  name: 'File',
  tableName: 'file',
  ...tenant,
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    key: p.text(),
    name: p.text(),
    type: p.text(),
    size: p.integer(),
    sha256: p.text(),
    createdAt: p.datetime(),
  },
});

export class File extends FileSchema.class {}
FileSchema.setClass(File);

/** For the migration of a service that keeps files. */
export const createFileTable: string[] = [
  `create table file (id uuid primary key, network_id uuid not null, key text not null, name text not null, type text not null, size int not null,
    sha256 text not null, created_at timestamptz not null)`,
  ...closeTenantTable('file'),
];
