import { describe, expect, it } from '@jest/globals';
import { out } from '../specimens/letters.js';
import { composeMailing, type MailingParts } from './mailing-letter.js';

const parts: MailingParts = { lang: 'es', network: 'Red Muestra', subject: 'Asamblea', body: '', reason: null, isTest: false, out };
const written = (body: string, over: Partial<MailingParts> = {}) => composeMailing({ ...parts, ...over, body });

describe('what a secretariat writes', () => {
  it.each([
    ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script>', /<(?:img|script)/],
    ['a picture', '![x](https://example.net/x.png)', /<img/],
    ['a script behind a link', '[x](javascript:alert(1))', /javascript:alert\(1\)"/],
    ['data behind a link', '[x](data:text/html,x)', /href="data:/],
    ['a link of this machine', '[x](file:///etc/passwd)', /href="file:/],
    ['quotes in a title', '[x](https://example.net "a\\" onclick=\\"b")', /" onclick="/],
  ])('runs and fetches nothing: %s', (_what, body, never) => {
    expect(written(body).html).not.toMatch(never);
  });

  it('is never a message with places to fill in', () => {
    const places = '{network} {{reason}} $' + '{x} %s';
    const { text, html, subject } = written(`${places} <0>`, { subject: '{network}' });
    expect(subject).toBe('{network}');
    expect(text).toContain(`${places} <0>`);
    expect(html).toContain(`${places} &lt;0&gt;`);
  });

  it('begins no header', () => {
    expect(written('x', { subject: 'Asamblea\r\nBcc: otra@example.org' }).subject).toBe('Asamblea Bcc: otra@example.org');
  });

  it('keeps long lines of code within a phone', () => {
    expect(written('```\n' + 'x'.repeat(500) + '\n```').html).toContain('white-space:pre-wrap');
  });
});
