import { describe, expect, it } from '@jest/globals';
import { codeMail } from './code-mail.js';

const expected = {
  es: [
    'Código para crear la contraseña: 012345',
    'El código para crear una contraseña en Alianza es:',
    'Vale 15 minutos y sirve una vez. Quien no lo haya pedido puede ignorar este mensaje: nada cambia sin el código.',
  ],
  en: [
    'Code to create your password: 012345',
    'The code to create a password at Alianza is:',
    'It is valid for 15 minutes and works once. If you did not ask for it, ignore this message: nothing changes without the code.',
  ],
} as const;

describe.each(['es', 'en'] as const)('the mail with the code, in %s', (lang) => {
  const [subject, head, terms] = expected[lang];
  const mail = codeMail(lang, '012345');

  it('says the same in both parts, and the code in its subject', () => {
    expect(mail.subject).toBe(subject);
    expect(mail.text).toBe(`${head} 012345\n\n${terms}\n`);
    for (const words of [head, '>012345<', terms]) expect(mail.html).toContain(words);
  });

  it('is of its language, and fits a phone without anything from elsewhere', () => {
    expect(mail.html).toContain(`<html lang="${lang}">`);
    expect(mail.html).toContain('width=device-width');
    expect(mail.html).not.toMatch(/<img|<link|<script|https?:/);
  });
});
