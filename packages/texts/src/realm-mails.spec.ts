import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The mails that Keycloak sends itself, filled as its MessageFormat fills them: {0} the link, {1} for how many minutes it holds. */
const realm = readFileSync(path.resolve(import.meta.dirname, '../../../infra/keycloak/alianza-realm.json'), 'utf8');
const { localizationTexts: texts } = JSON.parse(realm) as { localizationTexts: Record<string, Record<string, string>> };
const link = 'https://entrar.example.org/accion?key=a.b.c';
const filled = (lang: string, name: string) => (texts[lang]?.[name] ?? '').replaceAll('{0}', link).replaceAll('{1}', '15');

const said = {
  es: {
    subject: 'Crear o cambiar la contraseña',
    lines: [
      'Alguien pidió crear o cambiar la contraseña de la cuenta con esta dirección. Con este enlace se elige la contraseña; vence en 15 minutos y sirve una sola vez:',
      'Si nadie lo pidió, basta con no hacer nada.',
    ],
    leads: 'Elegir la contraseña',
  },
  en: {
    subject: 'Create or change the password',
    lines: [
      'Somebody asked to create or change the password of the account with this address. This link lets you choose it; it expires in 15 minutes and works once:',
      'If nobody asked, there is nothing to do.',
    ],
    leads: 'Choose the password',
  },
} as const;

describe.each(['es', 'en'] as const)("the sign-in server's mail for a password in %s", (lang) => {
  const { subject, lines, leads } = said[lang];

  it('says what it should, in both parts', () => {
    expect(filled(lang, 'passwordResetSubject')).toBe(subject);
    expect(filled(lang, 'passwordResetBody').split('\n\n')).toEqual([lines[0], link, lines[1]]);
    expect(filled(lang, 'passwordResetBodyHtml')).toBe(`<p>${lines[0]}</p><p><a href="${link}">${leads}</a></p><p>${lines[1]}</p>`);
  });

  it('has no apostrophe, which would end what MessageFormat fills', () => {
    for (const name of ['Subject', 'Body', 'BodyHtml']) expect(texts[lang]?.[`passwordReset${name}`]).not.toContain("'");
  });
});
