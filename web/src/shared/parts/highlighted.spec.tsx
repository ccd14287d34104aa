import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { Highlighted, type Range } from './highlighted.js';

const shown = (text: string, ranges: Range[]) => renderToStaticMarkup(<Highlighted text={text} ranges={ranges} />);

describe('found words', () => {
  test('are marked where they stand', () => {
    expect(shown('relevo vecinal', [[0, 6]])).toBe('<mark>relevo</mark> vecinal');
  });

  test('are never shown twice, whatever ranges come', () => {
    const odd: Range[] = [
      [4, 9],
      [0, 6],
      [12, 99],
      [8, 8],
    ];
    expect(shown('relevo vecinal', odd).replaceAll(/<\/?mark>/g, '')).toBe('relevo vecinal');
  });

  test('are text, not markup', () => {
    expect(shown('<b>a</b>', [[0, 3]])).toBe('<mark>&lt;b&gt;</mark>a&lt;/b&gt;');
  });
});
