import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { Markdown } from './markdown.js';

const shown = (source: string) => renderToStaticMarkup(<Markdown source={source} />);

describe('long text', () => {
  test('keeps paragraphs, lists, emphasis and links', () => {
    expect(shown('Uno **dos**\n\n- tres\n\n[cuatro](https://example.org)')).toBe(
      '<div><p>Uno <strong>dos</strong></p>\n<ul>\n<li>tres</li>\n</ul>\n<p><a href="https://example.org" rel="nofollow noopener">cuatro</a></p>\n</div>',
    );
  });

  test('puts headings below those of the page', () => {
    expect(shown('# Grande')).toContain('<h4>Grande</h4>');
  });

  test.each([
    ['<script>alert(1)</script>', '<script'],
    ['<img src=x onerror=alert(1)>', '<img'],
    ['![foto](https://example.org/a.png)', '<img'],
    ['[x](javascript:alert(1))', 'href'],
    ['[x](data:text/html;base64,PHM+)', 'href'],
  ])('neither runs nor fetches %s', (source, forbidden) => {
    expect(shown(source)).not.toContain(forbidden);
  });
});
