import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@alianza/contracts/errors';
import type { Operation, OutputOf } from '@alianza/contracts/operation';
import { recordFileErrors } from '@alianza/contracts/repository/files/record-files';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { NetworkDirectory } from '../networks/network-directory.js';

@Injectable()
export class RecordFilesService {
  constructor(
    private readonly networks: NetworkDirectory,
    private readonly operations: OperationsClient,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  async locate<T extends Operation>(operation: T, input: z.input<T['input']>, network: string): Promise<OutputOf<T>> {
    const { id } = await this.networks.get(network);
    return this.operations.ask(operation, input, id);
  }

  /** Bytes that are named and not there are as good as never published. */
  async open(key: string): Promise<{ bytes: Readable; size: number }> {
    const file = await this.store.read(key);
    if (!file) throw new DomainError(recordFileErrors['record-file-not-found']);
    return file;
  }
}
