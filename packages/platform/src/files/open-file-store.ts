import { DiskFileStore, type FileStore } from './file-store.js';

interface FilesConfig {
  readonly FILES_DIR: string;
  readonly S3_URL?: string | undefined;
  readonly S3_REGION: string;
  readonly S3_BUCKET?: string | undefined;
  readonly S3_ACCESS_KEY?: string | undefined;
  readonly S3_SECRET_KEY?: string | undefined;
}

/** Where the configuration says that bytes live: on a server that speaks S3 where one is named, whose large client is loaded only then, else in a folder. */
export async function openFileStore({ FILES_DIR, S3_URL: url, S3_REGION: region, ...s3 }: FilesConfig): Promise<FileStore> {
  if (url === undefined) return new DiskFileStore(FILES_DIR);
  const { S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = s3;
  if (bucket === undefined || accessKey === undefined || secretKey === undefined)
    throw new Error('configuration: S3_URL needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY');
  const { S3FileStore } = await import('./s3-file-store.js');
  return new S3FileStore({ url, region, bucket, accessKey, secretKey });
}
