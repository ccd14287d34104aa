import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { mailsReference } from './reference.js';

const file = new URL('../../../../docs/mails.md', import.meta.url);

it('docs/mails.md says what the rules say; `npm run docs` writes it anew', () => {
  expect(readFileSync(file, 'utf8')).toBe(mailsReference());
});
