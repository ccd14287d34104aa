import { Busboy } from '@fastify/busboy';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { finished, Readable } from 'node:stream';

export interface Received {
  /** As the sender gave it. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

interface Receiving {
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
  /** Bytes that a file may have. */
  readonly maximum: number;
  readonly keep: (bytes: Readable) => Promise<void>;
}

const refused = (reason: string) => new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/file', reason }]);
const tooLarge = (maximum: number) => new DomainError(generalErrors['body-too-large'], { maximum });
const limits = { files: 1, fields: 0, parts: 1, headerPairs: 20, headerSize: 8192 };

function openForm(headers: IncomingHttpHeaders, maximum: number) {
  try {
    return new Busboy({ headers: headers as IncomingHttpHeaders & { 'content-type': string }, limits: { ...limits, fileSize: maximum } });
  } catch {
    throw refused('malformed');
  }
}

/**
 * Reads the one part `file` of a multipart body and hands its bytes to `keep` as they arrive, measured and hashed. Refuses what is larger as
 * soon as it is. What comes after a refusal is read and thrown away, so that the sender hears of it.
 */
export async function receive({ headers, body, maximum, keep }: Receiving): Promise<Received> {
  const form = openForm(headers, maximum);
  try {
    return await new Promise<Received>((resolve, reject) => {
      let arriving: Readable | null = null;
      const cutOff = () => (arriving ? arriving.destroy(refused('file-cut-off')) : reject(refused('file-cut-off')));
      form.on('error', cutOff);
      form.once('finish', () => arriving ?? reject(refused('file-missing')));
      form.once('file', (field, bytes, name) => {
        arriving = bytes;
        bytes.on('error', () => undefined); // told to whoever reads it
        bytes.once('limit', () => bytes.destroy(tooLarge(maximum)));
        if (field !== 'file') bytes.destroy(refused('file-missing'));
        measured(bytes, name, keep).then(resolve, (error: unknown) => {
          reject(told(error));
        });
      });
      finished(body, (error) => error && cutOff());
      body.pipe(form);
    });
  } finally {
    body.unpipe(form);
    body.resume();
  }
}

async function measured(bytes: Readable, name: string, keep: Receiving['keep']): Promise<Received> {
  const hash = createHash('sha256');
  let size = 0;
  const passing = async function* () {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  await keep(Readable.from(passing(), { objectMode: false }));
  return { name, size, sha256: hash.digest('hex') };
}

/** A multipart body that breaks off tells so in words of its parser; trouble of ours has a code. */
const told = (error: unknown): Error => {
  const ours = error instanceof DomainError || (error as { code?: unknown }).code !== undefined;
  return ours ? (error as Error) : refused('file-cut-off');
};
