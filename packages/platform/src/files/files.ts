import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { claimUpload, type StagedFile, type UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import { pictureFiles } from '@alianza/contracts/repository/files/picture-files';
import type { KeyObject } from 'node:crypto';
import type { Call } from '../calls/call.js';
import { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { OperationsClient } from '../nats/operations.client.js';
import { readPrivateKey } from '../principals/keys.js';
import { CONFIG, SERVICE, type Config, type ServiceDefinition } from '../run/service-definition.js';
import { FILES, type FileStore } from './file-store.js';
import { File } from './file.entity.js';
import { signTicket, ticketValidity, type TicketHolder } from './tickets.js';

export type Taken = StagedFile & { readonly id: string };

/** What stands behind its key in the names of the files that something consists of. */
export const partsOf = (picture: StagedFile['picture']): readonly string[] =>
  picture === null ? [''] : pictureFiles(picture.width).map((name) => `-${name}`);

/** What is open to every account is given whatever they are. */
function holderOf({ principal: { account, networkId, actingFor, roles }, operation: { access } }: Call): TicketHolder {
  if (!account) throw new DomainError(generalErrors.unauthenticated);
  const { issuer, subject } = account;
  return { networkId, issuer, subject, ...(access === 'signed-in' ? { actingFor: null, roles: [] } : { actingFor, roles }) };
}

/** A service's own files: taken over from the edge's staging, handed out by tickets. */
@Injectable()
export class Files {
  private readonly key: KeyObject;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly operations: OperationsClient,
    @Inject(FILES) private readonly store: FileStore,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(CONFIG) { SERVICE_KEY }: Config,
  ) {
    this.key = readPrivateKey(SERVICE_KEY);
  }

  /** Copies a staged upload into this service's keeping; refused with `upload-not-found` where it is not there, another's or of another purpose. */
  async take(call: Call, uploadId: string, purpose: UploadPurposeName): Promise<Taken> {
    const staged = await this.operations.ask(claimUpload, { uploadId, purpose }, call.network);
    const id = newId();
    const key = `${this.service.name}/${id}`;
    for (const part of partsOf(staged.picture)) await this.store.copy(staged.key + part, key + part);
    return { ...staged, id, key };
  }

  /** The same, kept in the service's table of files. */
  async adopt(call: Call, uploadId: string, purpose: UploadPurposeName): Promise<File> {
    const { picture, ...taken } = await this.take(call, uploadId, purpose);
    if (picture !== null) throw new Error('a picture has a table of its own');
    const file = this.em.create(File, { ...taken, networkId: call.network, createdAt: await this.clock.now(this.em) });
    this.em.persist(file);
    return file;
  }

  /** The address of one download within 60 seconds, for as long as whoever calls stays what they are. */
  ticket({ key, name, type }: Pick<File, 'key' | 'name' | 'type'>, call: Call): { url: string; expiresAt: string } {
    const until = this.clock.instant().getTime() + ticketValidity;
    const token = signTicket({ holder: holderOf(call), service: this.service.name, key, name, type, until }, this.key);
    return { url: `/files/${token}`, expiresAt: new Date(until).toISOString() };
  }

  async remove({ key, picture = null }: Pick<File, 'key'> & Partial<Pick<StagedFile, 'picture'>>): Promise<void> {
    for (const part of partsOf(picture)) await this.store.remove(key + part);
  }
}
