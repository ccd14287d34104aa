import { describe, expect, it } from '@jest/globals';
import { generalErrors } from '@alianza/contracts/errors';
import { events, operations } from '@alianza/contracts/registry';
import { textIn } from './server.js';
import { makeText } from './text.js';

const text = makeText('es', {
  home: {
    title: 'Prácticas',
    found: '{count, plural, =0 {Ninguna práctica} one {Una práctica} other {# prácticas}}',
    from: 'De {name}, el {at, date, ::yyyyMMdd}',
    tags: 'Menos de <b>tres</b>',
    deep: { er: 'Más hondo' },
  },
});

describe('a text', () => {
  it('is found by area and key, at any depth', () => {
    expect([text('home.title'), text('home.deep.er'), text.lang]).toEqual(['Prácticas', 'Más hondo', 'es']);
  });

  it('counts as its language does', () => {
    expect([0, 1, 2].map((count) => text('home.found', { count }))).toEqual(['Ninguna práctica', 'Una práctica', '2 prácticas']);
  });

  it('fills its places, again and again', () => {
    const at = new Date(Date.UTC(2026, 10, 21, 12));
    expect([text('home.from', { name: 'Ana', at }), text('home.from', { name: 'Eva', at })]).toEqual([
      expect.stringMatching(/^De Ana, el .*2026/),
      expect.stringContaining('Eva'),
    ]);
  });

  it('takes what looks like a tag for what it is, in itself and in what fills it', () => {
    expect([text('home.tags'), text('home.from', { name: '<i>{x}</i>', at: new Date(0) })]).toEqual([
      'Menos de <b>tres</b>',
      expect.stringContaining('<i>{x}</i>'),
    ]);
  });

  it.each(['home', 'home.none', 'home.deep', 'none.title', '', 'home.title.length', 'home.constructor', '__proto__.x', 'toString'])(
    'never shows the key «%s»',
    (key) => {
      expect(() => text(key)).toThrow(`no text ${key} in es`);
      expect(text.has(key)).toBe(false);
    },
  );

  it('says when a place stays empty', () => {
    expect(() => text('home.from', { name: 'Ana' })).toThrow('at');
    expect(text.has('home.from')).toBe(true);
  });
});

/** `ev.repository.practice.published.v1` → `practice-published`, as the log of the network tells it. */
const toldAs = (subject: string) => subject.split('.').slice(2, 4).join('-');

describe('the texts of a language', () => {
  it('are Spanish where the language is not spoken', () => {
    expect([textIn('es').lang, textIn('en').lang, textIn('fr').lang, textIn('constructor').lang]).toEqual(['es', 'en', 'es', 'es']);
  });

  const codes = [...new Set([...Object.values(generalErrors), ...operations.flatMap(({ errors }) => errors)].map(({ code }) => code))];
  const reasons = [
    'missing',
    'wrong-type',
    'too-long',
    'too-short',
    'too-big',
    'too-small',
    'not-email',
    'not-url',
    'not-uuid',
    'not-date',
    'wrong-format',
    'not-allowed',
    'unknown-field',
    'not-json',
    'original-missing',
    'reserved',
    'unknown-zone',
    'repeated-code',
    'too-many-open',
  ];

  it.each(['es', 'en'])('(%s) tell every problem and every reason', (lang) => {
    const spoken = textIn(lang);
    const keys = [
      ...codes.flatMap((code) => [`problems.${code}.title`, `problems.${code}.detail`]),
      ...reasons.map((reason) => `problems.issues.${reason}`),
    ];
    expect(keys.filter((key) => !spoken.has(key))).toEqual([]);
  });

  it.each(['es', 'en'])('(%s) tell everything that happens', (lang) => {
    const spoken = textIn(lang);
    expect(events.map(({ subject }) => toldAs(subject)).filter((name) => !spoken.has(`secretariat.event.${name}`))).toEqual([]);
  });
});
