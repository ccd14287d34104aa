import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
  type CompletedPart,
  type ListMultipartUploadsCommandOutput,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import { checkKey, type FileStore } from './file-store.js';

/** Bytes of a part: what one upload holds in memory. S3 takes no part below 5 MiB but the last. */
const partSize = 8 * 2 ** 20;

/** Milliseconds until a connection, until the answer to a request, and between two pieces of what is read. */
const patience = { connectionTimeout: 5000, requestTimeout: 30_000, socketTimeout: 60_000 };

const mostAborts = 5;

type UploadAddress = Readonly<Record<'Bucket' | 'Key' | 'UploadId', string>>;

export interface S3Settings {
  readonly url: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A stream in pieces of one size; the last may be shorter. */
async function* inParts(bytes: Readable): AsyncGenerator<Buffer> {
  let [waiting, size]: [Buffer[], number] = [[], 0];
  for await (const chunk of bytes as AsyncIterable<Buffer | string>) {
    const piece = Buffer.from(chunk as Buffer);
    waiting.push(piece);
    size += piece.length;
    if (size < partSize) continue;
    const all = Buffer.concat(waiting);
    let at = 0;
    for (; all.length - at >= partSize; at += partSize) yield all.subarray(at, at + partSize);
    [waiting, size] = [[all.subarray(at)], all.length - at];
  }
  yield Buffer.concat(waiting);
}

/** One bucket of a server that speaks S3. What is larger than a part arrives in parts and is there once all of them are. */
export class S3FileStore implements FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ url, region, bucket, accessKey, secretKey }: S3Settings, limits = patience) {
    const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey };
    // Servers other than Amazon's know buckets by path, and not all of them every kind of checksum.
    const plain = {
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    } as const;
    const requestHandler = { ...limits, throwOnRequestTimeout: true };
    this.client = new S3Client({ endpoint: url, region, credentials, maxAttempts: 3, requestHandler, ...plain });
    this.bucket = bucket;
  }

  async put(key: string, bytes: Readable): Promise<void> {
    const place = this.at(key);
    const parts = inParts(bytes);
    const first = await parts.next();
    const head = first.done ? Buffer.alloc(0) : first.value;
    if (head.length < partSize) await this.client.send(new PutObjectCommand({ ...place, Body: head }));
    else await this.putInParts(place, head, parts);
  }

  async copy(from: string, to: string): Promise<void> {
    const source = this.at(from);
    await this.client.send(new CopyObjectCommand({ ...this.at(to), CopySource: `${source.Bucket}/${encodeURIComponent(source.Key)}` }));
  }

  async read(key: string): Promise<{ bytes: Readable; size: number } | null> {
    try {
      const { Body, ContentLength } = await this.client.send(new GetObjectCommand(this.at(key)));
      return { bytes: Body as Readable, size: ContentLength ?? 0 };
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(key)));
  }

  async removeUnfinished(folder: string, before: Date): Promise<void> {
    const { Bucket, Key } = this.at(folder);
    const failed: unknown[] = []; // told at the end: one that is not let go of keeps no other
    let next: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } | null = {};
    while (next !== null) {
      const page: ListMultipartUploadsCommandOutput = await this.client.send(
        new ListMultipartUploadsCommand({ Bucket, Prefix: `${Key}/`, ...next }),
      );
      for (const { Key: key, UploadId, Initiated } of page.Uploads ?? [])
        if (key !== undefined && UploadId !== undefined && Initiated && Initiated < before)
          await this.abort({ Bucket, Key: key, UploadId }).catch((error: unknown) => failed.push(error));
      const { IsTruncated, NextKeyMarker, NextUploadIdMarker } = page;
      next = IsTruncated && NextKeyMarker ? { KeyMarker: NextKeyMarker, UploadIdMarker: NextUploadIdMarker } : null;
    }
    if (failed.length > 0) throw failed[0];
  }

  async removeOld(folder: string, before: Date): Promise<void> {
    const { Bucket, Key } = this.at(folder);
    const failed: unknown[] = [];
    let next: { ContinuationToken?: string | undefined } | null = {};
    while (next !== null) {
      const page: ListObjectsV2CommandOutput = await this.client.send(new ListObjectsV2Command({ Bucket, Prefix: `${Key}/`, ...next }));
      for (const { Key: key, LastModified } of page.Contents ?? [])
        if (key !== undefined && LastModified && LastModified < before)
          await this.remove(key).catch((error: unknown) => failed.push(error));
      next = page.IsTruncated && page.NextContinuationToken ? { ContinuationToken: page.NextContinuationToken } : null;
    }
    if (failed.length > 0) throw failed[0];
  }

  /** Lets go of its connections. */
  close(): void {
    this.client.destroy();
  }

  private async putInParts(place: { Bucket: string; Key: string }, head: Buffer, rest: AsyncGenerator<Buffer>): Promise<void> {
    const { UploadId = '' } = await this.client.send(new CreateMultipartUploadCommand(place));
    const upload = { ...place, UploadId };
    const done: CompletedPart[] = [];
    const send = async (Body: Buffer) => {
      const PartNumber = done.length + 1;
      const { ETag } = await this.client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
      done.push({ PartNumber, ETag });
    };
    try {
      await send(head);
      for await (const part of rest) if (part.length > 0) await send(part);
      await this.client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: done } }));
    } catch (error) {
      await this.abort(upload).catch(() => undefined); // why it failed is what counts
      throw error;
    }
  }

  /** A part that was still arriving may outlive an abort, which is then repeated; what is left after a few the next purge finds. */
  private async abort(upload: UploadAddress): Promise<void> {
    try {
      for (let left = 1, tries = 0; left > 0 && tries < mostAborts; tries++) {
        await this.client.send(new AbortMultipartUploadCommand(upload));
        left = (await this.client.send(new ListPartsCommand({ ...upload, MaxParts: 1 }))).Parts?.length ?? 0;
      }
    } catch (error) {
      if ((error as Error).name !== 'NoSuchUpload') throw error; // there is nothing left of it
    }
  }

  private at(key: string): { Bucket: string; Key: string } {
    checkKey(key);
    return { Bucket: this.bucket, Key: key };
  }
}
