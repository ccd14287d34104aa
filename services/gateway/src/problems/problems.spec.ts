import { describe as group, expect, it } from '@jest/globals';
import { HttpException } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Log } from '@alianza/platform/run/service-definition';
import { textIn } from '@alianza/texts/server';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problemCodes } from './problem-codes.js';
import { problemPage } from './problem-page.js';
import { problemOf } from './problem.js';
import { translate } from './translate.js';

const root = path.resolve(import.meta.dirname, '../../../..');
const languages = ['es', 'en'] as const;
const silent = { warn: () => undefined, error: () => undefined } as unknown as Log;

/** Reasons as the sources name them: those of issues anywhere, and the messages of custom checks in contracts. */
function reasonsInSources(): string[] {
  const found = new Set<string>();
  const collect = (pattern: string, written: RegExp) => {
    for (const file of globSync(pattern, { cwd: root }).filter((name) => !name.endsWith('.spec.ts')))
      for (const [, reason] of readFileSync(path.join(root, file), 'utf8').matchAll(written)) if (reason) found.add(reason);
  };
  collect('{packages/contracts,packages/platform,services/*}/src/**/*.ts', /pointer.*reason: '([a-z-]+)'/g);
  collect('packages/contracts/src/validate.ts', /(?:reason: |\? |: )'([a-z-]+)'/g);
  collect('packages/contracts/src/**/*.ts', /message: '([a-z-]+)'/g);
  for (const format of ['email', 'url', 'uuid', 'date']) found.add(`not-${format}`);
  return [...found];
}

group('texts of problems', () => {
  it.each(languages)('say title and detail of every code in %s', (lang) => {
    const text = textIn(lang);
    const silentCodes = problemCodes.filter((code) => !['title', 'detail'].every((part) => text.has(`problems.${code}.${part}`)));
    expect(silentCodes).toEqual([]);
  });

  it.each(languages)('explain every reason in %s', (lang) => {
    const reasons = reasonsInSources();
    expect(reasons).toEqual(expect.arrayContaining(['missing', 'too-long', 'original-missing', 'stands-in-path', 'file-type']));
    expect(reasons.filter((reason) => !textIn(lang).has(`problems.issues.${reason}`))).toEqual([]);
  });
});

group('a problem', () => {
  it('says what, where and how to ask about it, in the language of the reader', () => {
    const error = new DomainError(generalErrors['input-invalid'], {}, [
      { pointer: '/work', reason: 'too-long', params: { maximum: 1500 } },
    ]);
    expect(problemOf(error, 'en', 'trace-0001')).toEqual({
      type: '/api/problems/input-invalid',
      title: 'Some of this needs correcting',
      detail: expect.stringContaining('No change was saved'),
      status: 400,
      code: 'input-invalid',
      params: {},
      errors: [{ pointer: '/work', reason: 'too-long', params: { maximum: 1500 }, detail: 'The text exceeds 1,500 characters.' }],
      traceId: 'trace-0001',
    });
    expect(problemOf(error, 'es', '').errors[0]?.detail).toBe('El texto pasa de 1500 caracteres.');
  });

  it('is told in other words where a service says what nobody knows here', () => {
    const foreign = new DomainError({ code: 'of-tomorrow', kind: 'conflict' }, {}, [{ pointer: '', reason: 'of-tomorrow' }]);
    expect(problemOf(foreign, 'es', '')).toMatchObject({ status: 409, code: 'of-tomorrow', title: 'Algo falló de nuestro lado' });
  });

  it('comes of whatever went wrong, and repeats nothing of it', () => {
    const codeOf = (error: unknown) => translate(error, silent).code;
    expect(codeOf(new HttpException('Cannot GET /secret', 404))).toBe('route-not-found');
    expect(codeOf(Object.assign(new Error('too large'), { statusCode: 413 }))).toBe('body-too-large');
    expect(translate(Object.assign(new Error('odd'), { statusCode: 415 }), silent).issues).toEqual([
      { pointer: '', reason: 'wrong-content-type' },
    ]);
    expect(codeOf(new HttpException('Bad Gateway', 502))).toBe('unavailable');
    expect(codeOf(Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toBe('storage-full');
    expect(codeOf(new Error('select * from person'))).toBe('internal');
    expect(JSON.stringify(problemOf(translate(new Error('select * from person'), silent), 'es', ''))).not.toContain('person');
  });

  it('is a page that runs nothing and escapes what it shows', () => {
    const page = problemPage({
      lang: 'es',
      code: 'internal',
      title: '<b>&"',
      detail: 'x',
      nonce: 'n',
      traceId: '<script>',
      address: '/a?"<script',
    });
    expect(page).toContain('&lt;b&gt;&amp;&quot;');
    expect(page).not.toMatch(/<script|style=/);
  });

  it.each([
    ['es', '/agc/practicas?q=a', '/agc/en/practicas?q=a', '/'],
    ['en', '/agc/en/practicas', '/agc/practicas', '/en'],
    ['es', '/', '/en', null],
    ['en', '/en', '/', null],
  ] as const)(
    'in %s at %s leads to the other language, to another try, and home unless that is what failed',
    (lang, address, other, home) => {
      const page = problemPage({ lang, code: 'internal', title: 't', detail: 'd', nonce: 'n', traceId: 't-1', address });
      const hrefs = [...page.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
      expect(hrefs).toEqual([other, address, ...(home === null ? [] : [home])]);
      expect(page).not.toContain('internal');
    },
  );
});
