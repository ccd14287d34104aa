import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accentOf, contrast, contrastIn, grounds, leastContrast, mix } from './accent.js';

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#5a2a6b', '#fbfaf7', 10.17],
  ])('of %s and %s is %f', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  it('is that of the portal’s own tokens', () => {
    const tokens = readFileSync(path.resolve(import.meta.dirname, '../../../../web/src/shared/styles/tokens.css'), 'utf8');
    const token = (name: string) => new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens)?.slice(1);
    expect(token('paper')).toEqual([grounds.light.paper, grounds.dark.paper]);
    expect(token('surface')).toEqual([grounds.light.surface, grounds.dark.surface]);
    expect(token('on-colour')).toEqual([grounds.light.onColour, grounds.dark.onColour]);
  });
});

describe('an accent', () => {
  it.each(['#ffd700', '#ffffff', '#8a8a8a', '#e06020'])('%s cannot be read, and is none', (colour) => expect(accentOf(colour)).toBeNull());

  it('is read in both themes, whatever colour it is', () => {
    const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colours, (colour) => {
        const accent = accentOf(colour);
        if (accent === null) return expect(contrastIn('light', colour)).toBeLessThan(leastContrast);
        expect(contrastIn('light', accent.light)).toBeGreaterThanOrEqual(leastContrast);
        expect(contrastIn('dark', accent.dark)).toBeGreaterThanOrEqual(leastContrast);
      }),
      { numRuns: 300 },
    );
  });

  it('mixes as the style sheet does', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mix('#5a2a6b', '#fbfaf7', 0)).toBe('#fbfaf7');
  });
});
