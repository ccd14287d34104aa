import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateBucketCommand, DeleteBucketCommand, ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { fileStoreContract } from '@alianza/testing/files/file-store-contract';
import { startS3, type S3Server } from '@alianza/testing/s3/server';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { S3FileStore } from './s3-file-store.js';

const { S3_URL, S3_REGION: region = 'us-east-1', S3_ACCESS_KEY: accessKey = 'spec', S3_SECRET_KEY: secretKey = randomUUID() } = process.env;
const bucket = `spec-${randomUUID()}`;
const dir = mkdtempSync(path.join(tmpdir(), 'alianza-s3-'));
let server: S3Server | undefined;
let client: S3Client;
let store: S3FileStore;

/** The server that the environment names, else one of our own. */
beforeAll(async () => {
  server = S3_URL === undefined ? await startS3(dir) : undefined;
  const url = server?.url ?? S3_URL ?? '';
  client = new S3Client({
    endpoint: url,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  store = new S3FileStore({ url, region, bucket, accessKey, secretKey });
}, 420_000);
afterAll(async () => {
  await client.send(new DeleteBucketCommand({ Bucket: bucket })); // refused unless every spec has cleaned up behind itself
  client.destroy();
  store.close();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
}, 30_000);

const unfinished = async (folder: string) => {
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: `${folder}/` }));
  return Uploads.length;
};

describe('files on a server that speaks S3', () => {
  fileStoreContract(() => ({ store, unfinished }));

  it('holds one part of a file in memory, however large the file', async () => {
    const [chunk, count] = [randomBytes(2 ** 20), 384];
    const before = process.memoryUsage().rss;
    let most = before;
    const source = function* () {
      for (let sent = 0; sent < count; sent++) {
        most = Math.max(most, process.memoryUsage().rss);
        yield chunk;
      }
    };
    await store.put('repository/large', Readable.from(source()));
    const found = await store.read('repository/large');
    found?.bytes.destroy();
    await store.remove('repository/large');
    expect(found?.size).toBe(count * 2 ** 20);
    expect((most - before) / 2 ** 20).toBeLessThan(250);
  }, 180_000);
});
