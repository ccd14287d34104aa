import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import {
  uploadErrors,
  uploadPurposes,
  type claimUpload,
  type StagedFile,
  type UploadPurpose,
  type UploadPurposeName,
} from '@alianza/contracts/gateway/uploads';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { newId } from '@alianza/platform/ids';
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { safeName } from './file-names.js';
import { receive, type Received } from './receive.js';
import { sniff } from './sniff.js';
import { stagedFolder, stagedFor, Upload } from './upload.entity.js';

/** Bytes to which a document may unpack: whoever opens it must not run out of memory. */
const mostUnpacked = 400_000_000;

/** What is kept of a file besides where. */
type Judged = Omit<StagedFile, 'key'>;

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
    const put: string[] = [];
    const keep = (at: string) => (bytes: Readable) => {
      put.push(at);
      return this.store.put(at, bytes);
    };
    try {
      const received = await receive({ headers, body, maximum: rule.maximum, keep: keep(key) });
      const judged = await this.judge(key, rule, received);
      const file = rule.picture ? { ...judged, ...(await this.drawAnew(key, keep)) } : judged;
      await inNetwork(this.em, { networkId }, async (em) => {
        em.persist(em.create(Upload, { ...file, id, networkId, purpose, key, stagedAt: await this.clock.now(em) }));
        await em.flush();
      });
      return { uploadId: id, name: file.name, size: file.size };
    } catch (error) {
      for (const at of put) await this.store.remove(at);
      throw error;
    }
  }

  async claim({ uploadId, purpose }: InputOf<typeof claimUpload>, call: Call): Promise<AnswerOf<typeof claimUpload>> {
    const oldest = new Date((await this.clock.now(this.em)).getTime() - stagedFor);
    const upload = await this.em.findOne(Upload, { networkId: call.network, id: uploadId, purpose, stagedAt: { $gt: oldest } });
    if (!upload) throw new DomainError(generalErrors['upload-not-found']);
    const { key, name, type, size, sha256, picture } = upload;
    return { key, name, type, size, sha256, picture: picture ?? null };
  }

  /** What its bytes say it is, whatever its name says. */
  private async judge(key: string, { types }: UploadPurpose, { name, size, sha256 }: Received): Promise<Judged> {
    const sniffed = await sniff(() => this.open(key));
    const extension = sniffed ? types[sniffed.type] : undefined;
    if (!sniffed || extension === undefined) {
      const accepted = Object.values(types).join(', ');
      throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/file', reason: 'file-type', params: { accepted } }]);
    }
    if ((sniffed.unpacked ?? 0) > mostUnpacked)
      throw new DomainError(uploadErrors['archive-too-large'], { maximum: mostUnpacked / 1_000_000 });
    return { type: sniffed.type, name: safeName(name, extension), size, sha256, picture: null };
  }

  /** What arrived goes once it is drawn anew: nothing of it is ever shown. */
  private async drawAnew(key: string, keep: (at: string) => (bytes: Readable) => Promise<void>): Promise<Omit<Judged, 'name'>> {
    const { redraw } = await import('./redraw.js'); // with a library of pictures as large as all else here
    const { width, height, files, size, sha256 } = await redraw(async () => buffer(await this.open(key)));
    for (const [name, bytes] of files) await keep(`${key}-${name}`)(Readable.from([bytes], { objectMode: false }));
    await this.store.remove(key);
    return { type: 'image/webp', size, sha256, picture: { width, height } };
  }

  private async open(key: string): Promise<Readable> {
    const stored = await this.store.read(key);
    if (!stored) throw new DomainError(generalErrors['upload-not-found']);
    return stored.bytes;
  }
}
