import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { uploadPurposes, type claimUpload, type UploadPurpose, type UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { newId } from '@alianza/platform/ids';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { safeName } from './file-names.js';
import { receive, type Received } from './receive.js';
import { sniff } from './sniff.js';
import { stagedFolder, stagedFor, Upload } from './upload.entity.js';

export interface Arriving {
  readonly networkId: string;
  readonly purpose: UploadPurposeName;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

export interface Staged {
  readonly uploadId: string;
  readonly name: string;
  readonly size: number;
}

@Injectable()
export class UploadsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  /** Bytes first, then the row that names them; a refusal leaves neither. */
  async stage({ networkId, purpose, headers, body }: Arriving): Promise<Staged> {
    const rule: UploadPurpose = uploadPurposes[purpose];
    const id = newId();
    const key = `${stagedFolder}/${id}`;
    const keep = (bytes: Readable) => this.store.put(key, bytes);
    try {
      const received = await receive({ headers, body, maximum: rule.maximum, keep });
      const { type, name } = await this.judge(key, rule, received);
      const { size, sha256 } = received;
      await inNetwork(this.em, { networkId }, async (em) => {
        em.persist(em.create(Upload, { id, networkId, purpose, key, name, type, size, sha256, stagedAt: await this.clock.now(em) }));
        await em.flush();
      });
      return { uploadId: id, name, size };
    } catch (error) {
      await this.store.remove(key);
      throw error;
    }
  }

  async claim({ uploadId, purpose }: InputOf<typeof claimUpload>, call: Call): Promise<AnswerOf<typeof claimUpload>> {
    const oldest = new Date((await this.clock.now(this.em)).getTime() - stagedFor);
    const upload = await this.em.findOne(Upload, { networkId: call.network, id: uploadId, purpose, stagedAt: { $gt: oldest } });
    if (!upload) throw new DomainError(generalErrors['upload-not-found']);
    const { key, name, type, size, sha256 } = upload;
    return { key, name, type, size, sha256 };
  }

  /** What its bytes say it is, whatever its name says. */
  private async judge(key: string, { types }: UploadPurpose, { name }: Received): Promise<{ type: string; name: string }> {
    const stored = await this.store.read(key);
    const type = stored && (await sniff(stored.bytes));
    const extension = type ? types[type] : undefined;
    if (!type || extension === undefined) {
      const accepted = Object.values(types).join(', ');
      throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/file', reason: 'file-type', params: { accepted } }]);
    }
    return { type, name: safeName(name, extension) };
  }
}
