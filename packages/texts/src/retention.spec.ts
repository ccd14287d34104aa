import { describe, expect, it } from '@jest/globals';
import { retention } from '@alianza/contracts/privacy/retention';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const fileAt = (...names: string[]) => readFileSync(path.resolve(import.meta.dirname, '../../..', ...names), 'utf8');

/** A length of time in figures or words, which the code would not know of. */
const written = {
  es: /(?:\d|\b(?:dos|tres|seis|siete|ocho|doce|catorce|treinta|noventa)) (?:horas|días|semanas|meses|años)/i,
  en: /(?:\d|\b(?:two|three|six|seven|eight|twelve|fourteen|thirty|ninety)) (?:hours|days|weeks|months|years)/i,
} as const;

describe.each(['es', 'en'] as const)('the privacy notice in %s', (lang) => {
  const notice = fileAt('packages/texts', lang, 'privacy.json');

  it('says every time for which the code keeps something, and none of its own', () => {
    expect(Object.keys(retention).filter((name) => !notice.includes(`{${name}}`))).toEqual([]);
    expect(notice).not.toMatch(written[lang]);
  });
});

it('a session at the issuer lasts as long as the notice says', () => {
  const realm = JSON.parse(fileAt('infra/keycloak/alianza-realm.json')) as Record<string, unknown>;
  expect(realm.ssoSessionMaxLifespan).toBe(retention.sessionHours * 3600);
});
