import { defineEntity, p } from '@mikro-orm/postgresql';
import type { StagedFile } from '@alianza/contracts/gateway/uploads';
import type { Attachment, Picture } from '@alianza/contracts/repository/files/record-files';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

const RecordFileSchema = defineEntity({
  name: 'RecordFile',
  tableName: 'record_file',
  ...tenant,
  indexes: [{ name: 'record_file_of_practice', properties: ['networkId', 'practiceId'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    practiceId: p.uuid(),
    /** Of the file store; behind it, of a picture, the names of its several files. */
    key: p.text(),
    /** The beginning of its bytes' SHA-256: enough that nobody guesses it. */
    hash: p.text(),
    name: p.text(),
    type: p.text(),
    size: p.integer(),
    /** Null of what is no picture. */
    picture: p.json<NonNullable<StagedFile['picture']>>().nullable(),
    createdBy: p.uuid(),
    createdAt: p.datetime(),
  },
});

/** A picture or a file that somebody brought to a practice; whether it is part of it, the practice's content says. */
export class RecordFile extends RecordFileSchema.class {}
RecordFileSchema.setClass(RecordFile);

export const hashLength = 32;

/** What its bytes say of a picture. */
export const pictureFacts = ({ id, hash, picture }: RecordFile): Pick<Picture, 'id' | 'hash' | 'width' | 'height'> => ({
  id,
  hash,
  width: picture?.width ?? 1,
  height: picture?.height ?? 1,
});

export const attachmentFacts = ({
  id,
  hash,
  name,
  type,
  size,
}: RecordFile): Pick<Attachment, 'id' | 'hash' | 'name' | 'type' | 'size'> => ({
  id,
  hash,
  name,
  type,
  size,
});
