import { describe, expect, it } from '@jest/globals';
import { composeLetter, type LetterParts } from './letter.js';

const unsubscribeUrl = `https://alianza.example.org/agc/baja/${'s'.repeat(43)}`;
const preferencesUrl = 'https://alianza.example.org/agc/miembro/preferencias';
const parts: LetterParts = {
  rule: 'application-to-review',
  kind: 'task',
  lang: 'es',
  network: 'Red Muestra',
  params: { organization: 'Fundación Muestra (ficticia)' },
  url: 'https://alianza.example.org/agc/secretaria/solicitudes?abierta=1&otra=2',
  out: { preferencesUrl, unsubscribeUrl },
};
const named = (organization: string) => composeLetter({ ...parts, params: { organization } });

describe('a letter', () => {
  it('says the same in both parts, with its address in each', () => {
    const { subject, text, html } = composeLetter(parts);
    expect(subject).toBe('Nueva solicitud de ingreso: Fundación Muestra (ficticia)');
    expect(text).toContain('Fundación Muestra (ficticia) solicitó integrarse a Red Muestra');
    expect(text).toContain(`Abrir la solicitud:\n${parts.url}\n`);
    expect(html).toContain('<strong>Fundación Muestra (ficticia)</strong> solicitó integrarse a Red Muestra');
    expect(html).toContain('href="https://alianza.example.org/agc/secretaria/solicitudes?abierta=1&amp;otra=2"');
    expect(html).toContain('<html lang="es">');
  });

  it('speaks the language of the reader', () => {
    const { subject, html } = composeLetter({ ...parts, lang: 'en' });
    expect(subject).toBe('New application: Fundación Muestra (ficticia)');
    expect(html).toContain('<html lang="en">');
  });

  it.each([
    ['a link', '[Entrar](https://example.net)', '[Entrar](https://example.net)'],
    ['a picture', '![x](https://example.net/x.png)', '![x](https://example.net/x.png)'],
    ['an automatic link', '<https://example.net>', '&lt;https://example.net&gt;'],
    ['HTML', '<script>alert(1)</script><b>', '&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;'],
    ['emphasis and code', '**uno** _dos_ `tres`', '**uno** _dos_ `tres`'],
    ['an entity', '&lt;b&gt; &copy;', '&amp;lt;b&amp;gt; &amp;copy;'],
    ['a backslash', 'a\\*b', 'a\\*b'],
  ])('shows %s in a name as it was written', (_what, name, shown) => {
    expect(named(name).html).toContain(`<strong>${shown}</strong>`);
    expect(named(name).html.match(/<a /g)).toHaveLength(3); // the action, the preferences and the way out
    expect(named(name).html).not.toMatch(/<(?:script|img|b)\b/);
  });

  it.each([
    ['a line break', 'Red\r\nBcc: nadie@example.org\r\n\r\nCuerpo', 'Red Bcc: nadie@example.org Cuerpo'],
    ['a separator of lines', 'Red\u2028# Título\u0085Otra', 'Red # Título Otra'],
    ['a control character', 'Red\u0000\u001b[31m Roja', 'Red [31m Roja'],
  ])('keeps a name with %s on one line', (_what, name, shown) => {
    const { subject, text, html } = named(name);
    expect(subject).toBe(`Nueva solicitud de ingreso: ${shown}`);
    expect(text.split('\n')[0]).toBe(`${shown} solicitó integrarse a Red Muestra y confirmó su dirección. La solicitud espera revisión.`);
    expect(html).not.toContain('<h1>');
  });

  it('does not take a name for a message with placeholders', () => {
    expect(named("{network} '{x}' <0>").subject).toBe("Nueva solicitud de ingreso: {network} '{x}' <0>");
  });
});

describe('the foot of a letter', () => {
  const mentions = ({ text, html }: { text: string; html: string }) =>
    [preferencesUrl, unsubscribeUrl].flatMap((url) => [text.includes(url), html.includes(url)]);

  it.each(['task', 'news'] as const)('of a %s leads to the preferences and out of such mails', (kind) => {
    const letter = composeLetter({ ...parts, kind });
    expect(mentions(letter)).toEqual([true, true, true, true]);
    expect(letter.text).toContain(`Elegir qué avisos llegan por correo: ${preferencesUrl}`);
  });

  it('of a summons says that it always comes', () => {
    const letter = composeLetter({ ...parts, kind: 'summons' });
    expect(mentions(letter)).toEqual([false, false, false, false]);
    expect(letter.text).toContain('se envía siempre y no se puede desactivar: pide una respuesta');
  });

  it('offers no preferences to who has no account', () => {
    expect(composeLetter({ ...parts, out: null }).text).toContain('se envía siempre');
  });
});
