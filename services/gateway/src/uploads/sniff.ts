import { fileTypeFromStream } from 'file-type';
import { Readable } from 'node:stream';

/** MIME type by content; null where nothing tells. A document of an office suite is a zip whose inside is looked at. */
export async function sniff(bytes: Readable): Promise<string | null> {
  try {
    const found = await fileTypeFromStream(Readable.toWeb(bytes) as ReadableStream<Uint8Array>);
    return found?.mime ?? null;
  } finally {
    bytes.destroy();
  }
}
