import { DomainError } from '@alianza/contracts/errors';
import { uploadErrors } from '@alianza/contracts/gateway/uploads';
import { largestPicture, sharedPicture, widthsOf } from '@alianza/contracts/repository/files/picture-files';
import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { oneByOne } from './one-by-one.js';

/** As large as phones take them. What claims more is not unpacked at all. */
const mostPixels = 50_000_000;
const longestSeconds = 20;

// No other decoder is reached, whatever the bytes are; one thread, and nothing kept from one picture for the next.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
sharp.concurrency(1);
sharp.cache(false);

export interface Redrawn {
  /** Of its largest form. */
  readonly width: number;
  readonly height: number;
  /** By the names that `pictureFiles` gives. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly size: number;
  readonly sha256: string;
}

const inLine = oneByOne();
const unreadable = () => new DomainError(uploadErrors['picture-not-readable']);
const tooLarge = () => new DomainError(uploadErrors['picture-too-large'], { maximum: mostPixels / 1_000_000 });

/** What its head says is believed only to refuse it: the decoder has the same limit. */
async function open(bytes: Buffer): Promise<Sharp> {
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true });
  const { width, height, pages = 1 } = await picture.metadata();
  if (width * height > mostPixels) throw tooLarge();
  if (pages > 1) throw unreadable();
  return picture;
}

/** Turned as it is meant to be seen, in colours of the web, at its largest; metadata and whatever followed the pixels stay behind. */
async function draw(bytes: Buffer) {
  const picture = await open(bytes);
  return picture
    .timeout({ seconds: longestSeconds })
    .autoOrient()
    .resize({ ...largestPicture, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function redrawNow(bytes: Buffer): Promise<Redrawn> {
  const { data, info } = await draw(bytes);
  const { width, height, channels } = info;
  const plain = () => sharp(data, { raw: { width, height, channels } });
  const files = new Map<string, Buffer>();
  for (const across of widthsOf(width)) files.set(`${String(across)}.webp`, await plain().resize(across).webp({ quality: 78 }).toBuffer());
  const shared = plain().resize({ width: 1200, withoutEnlargement: true }).flatten({ background: '#ffffff' });
  files.set(sharedPicture, await shared.jpeg({ quality: 80, mozjpeg: true }).toBuffer());
  const hash = createHash('sha256');
  for (const file of files.values()) hash.update(file);
  return { width, height, files, size: [...files.values()].reduce((sum, { length }) => sum + length, 0), sha256: hash.digest('hex') };
}

/**
 * A picture in the sizes that are shown; it is read once it is its turn. What a decoder says of bytes that it cannot make sense of is nobody's
 * business.
 */
export const redraw = (read: () => Promise<Buffer>): Promise<Redrawn> =>
  inLine(async () => {
    const bytes = await read();
    return redrawNow(bytes).catch((error: unknown) => {
      if (error instanceof DomainError) throw error;
      throw /pixel limit|timeout/i.test(String(error)) ? tooLarge() : unreadable();
    });
  });
