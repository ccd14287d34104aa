import { describe, expect, it } from '@jest/globals';
import { fileSize } from './size.js';

describe('the size of a file', () => {
  it.each([
    ['es', 903, '903 bytes'],
    ['es', 1, '1 byte'],
    ['es', 1_100, '1.1 kB'],
    ['es', 10_500_000, '10.5 MB'],
    ['en', 903, '903 bytes'],
    ['en', 10_500_000, '10.5 MB'],
  ])('in %s of %d bytes is %s', (lang, bytes, said) => expect(fileSize(lang, bytes).replace('\u00a0', ' ')).toBe(said));
});
