import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { Markdown } from './markdown.js';

const shown = (source: string) => renderToStaticMarkup(<Markdown source={source} />);

describe('long text', () => {
  test('keeps paragraphs, lists, emphasis and links', () => {
    expect(shown('Uno **dos**\n\n- tres\n\n[cuatro](https://example.org)')).toBe(
      '<div class="prose"><p>Uno <strong>dos</strong></p>\n<ul>\n<li>tres</li>\n</ul>\n<p><a href="https://example.org" rel="nofollow noopener">cuatro</a></p>\n</div>',
    );
  });

  test.each(['https://example.org/a?b=c#d', 'HTTP://example.org', 'mailto:red@example.org', '/agc/practicas', '#fuentes'])(
    'may lead to %s',
    (address) => {
      expect(shown(`[x](${address})`)).toContain('href="');
    },
  );

  test('puts headings below those of the page', () => {
    expect(shown('# Grande')).toContain('<h4>Grande</h4>');
  });

  test.each([
    ['<script>alert(1)</script>', '<script'],
    ['<img src=x onerror=alert(1)>', '<img'],
    ['![foto](https://example.org/a.png)', '<img'],
    ['[x](javascript:alert(1))', 'href'],
    ['[x](data:text/html;base64,PHM+)', 'href'],
    ['[x](java&#x0A;script:alert(1))', 'href'],
    ['[x](ms-word:ofe|u|https://example.org/a.doc)', 'href'],
    ['[x](//example.org)', 'href'],
    ['<blob:https://example.org/a>', 'href'],
  ])('neither runs nor fetches %s', (source, forbidden) => {
    expect(shown(source)).not.toContain(forbidden);
  });

  const nested = [
    '[',
    '![',
    '[a](',
    '[a](<',
    '*',
    '**',
    '_',
    '*a ',
    '*a_ ',
    'a**b',
    '`',
    '`a',
    '``` ',
    '<',
    '<a ',
    '<!--',
    '&',
    '&#',
    '\\`',
  ];
  const blocks = [
    '> ',
    '- ',
    '1. ',
    '>- ',
    '\t',
    ' \n',
    '\n',
    '|',
    '[a]: b\n',
    '[a]:\n',
    '(',
    '"',
    '[]()',
    'a\n=',
    '# ',
    '- a\n  ',
    '<a@a',
    'http://a',
  ];

  test('of the longest length allowed is written in a moment, whatever stands in it', () => {
    const longest = 6000;
    let worst = 0;
    for (const piece of [...nested, ...blocks]) {
      const half = piece.repeat(longest / 2 / piece.length);
      for (const source of [half + half, half + [...half].reverse().join('')]) {
        const before = process.cpuUsage();
        shown(source);
        worst = Math.max(worst, process.cpuUsage(before).user / 1000);
      }
    }
    process.stdout.write(`worst CommonMark of ${longest} characters: ${worst.toFixed(1)} ms\n`);
    expect(worst).toBeLessThan(250); // milliseconds of processor time
  });
});
