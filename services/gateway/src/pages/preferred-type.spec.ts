import { describe, expect, it } from '@jest/globals';
import { preferredType } from './preferred-type.js';

const [bibtex, ris] = ['application/x-bibtex', 'application/x-research-info-systems'];

describe('what a reader would rather have than HTML', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', null],
    ['*/*', null],
    [bibtex, bibtex],
    ['Application/X-BibTeX; charset=utf-8', bibtex],
    [`text/html;q=0.5, ${ris}`, ris],
    [`text/html, ${ris}`, null],
    [`${ris};q=0.4, ${bibtex};q=0.6, */*;q=0.1`, bibtex],
    [`${ris};q=0, application/*;q=0.3`, bibtex],
    [`${bibtex};q=nonsense`, null],
    ['image/png', null],
    [`${','.repeat(5000)}${bibtex}`, null],
  ])('%j is %j', (accept, type) => {
    expect(preferredType(accept, [bibtex, ris])).toBe(type);
  });

  it('is nothing where there is nothing else', () => {
    expect(preferredType(bibtex, [])).toBeNull();
  });
});
