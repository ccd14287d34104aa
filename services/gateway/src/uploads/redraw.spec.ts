import { describe, expect, it } from '@jest/globals';
import { pngOf } from '@alianza/testing/builders/files/png';
import sharp from 'sharp';
import { redraw } from './redraw.js';

const drawn = (bytes: Buffer) => redraw(() => Promise.resolve(bytes));
const code = (bytes: Buffer) =>
  drawn(bytes).then(
    () => 'drawn',
    (error: unknown) => (error as { code: string }).code,
  );
const tall = sharp({ create: { width: 900, height: 600, channels: 3, background: '#2a7f62' } });
/** As a phone writes it: lying on its side, with the place where it was taken. */
const fromPhone = () =>
  tall
    .clone()
    .jpeg()
    .withExif({ IFD0: { Make: 'Teléfono' }, IFD3: { GPSLatitude: '19/1 25/1 42/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

describe('a picture', () => {
  it('is drawn upright in the sizes that are shown, without what the camera wrote', async () => {
    const source = await fromPhone();
    expect((await sharp(source).metadata()).exif?.length).toBeGreaterThan(0);
    const { width, height, files } = await drawn(source);
    expect([width, height, [...files.keys()]]).toEqual([600, 900, ['480.webp', '600.webp', 'social.jpg']]);
    for (const bytes of files.values()) {
      const { exif, xmp, iptc, icc, orientation, width: across, height: down } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(down / across).toBeCloseTo(1.5);
      expect(bytes.includes('Tel')).toBe(false);
    }
  });

  it('is at most so large', async () => {
    const wide = await sharp({ create: { width: 4000, height: 1000, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
    expect(await drawn(wide)).toMatchObject({ width: 1600, height: 400 });
    expect(await drawn(pngOf({ width: 100, height: 4000 }))).toMatchObject({ width: 60, height: 2400 });
  });

  it.each([
    ['claims more pixels than there is room for', () => pngOf({ width: 50_000, height: 50_000, rows: 1 }), 'picture-too-large'],
    ['breaks off', () => fromPhone().then((bytes) => bytes.subarray(0, bytes.length / 2)), 'picture-not-readable'],
    ['has rows that are missing', () => pngOf({ width: 300, height: 300, rows: 2 }), 'picture-not-readable'],
    [
      'is drawn by instructions',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'picture-not-readable',
    ],
    [
      'is of a kind that is not taken',
      () => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
      'picture-not-readable',
    ],
    ['is nothing', () => Buffer.alloc(0), 'picture-not-readable'],
  ])('that %s is refused', async (_what, make, refused) => {
    expect(await code(await make())).toBe(refused);
  });

  it('whose bytes the store does not give is not blamed for it', async () => {
    await expect(redraw(() => Promise.reject(new Error('the disk is gone')))).rejects.toThrow('the disk is gone');
  });

  it('that moves is refused', async () => {
    const frame = (colour: number) => pngOf({ width: 8, height: 8, colour });
    const frames = await sharp([frame(20), frame(200)], { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(frames).metadata()).pages).toBe(2);
    expect(await code(frames)).toBe('picture-not-readable');
  });
});
