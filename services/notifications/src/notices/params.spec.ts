import { expect, it } from '@jest/globals';
import { textIn } from '@alianza/texts/server';
import { paramsFor } from './params.js';
import type { Params } from './rules.js';

it('fills a text in the language of the reader, else in the network’s, else in the one it was written in', () => {
  const params = {
    organization: 'Red Ejemplo',
    title: { original: 'es', es: 'Relevos', en: 'Turns' },
    other: { original: 'pt', pt: 'Creche' },
  } as const;
  const filled = { organization: 'Red Ejemplo', title: 'Relevos', other: 'Creche' };
  expect(paramsFor(params, { lang: 'es', fallback: 'es' })).toMatchObject(filled);
  expect(paramsFor(params, { lang: 'fr', fallback: 'en' })).toMatchObject({ ...filled, title: 'Turns' });
});

it('fills what was told before its texts asked for more, and nothing else', () => {
  const said = (key: string, params: Params) => textIn('es')(key, { network: 'Red', ...paramsFor(params, { lang: 'es', fallback: 'es' }) });
  expect(said('notices.welcome.text', {})).toContain('representa a una organización');
  expect(said('mails.welcome.body', {})).toContain('representa a una organización en Red');
  expect(said('mails.role-ended.body', { role: 'titular', reason: 'Cambio' })).toContain('En Red terminó este papel');
  const expiring = { role: 'titular', validUntil: 'el lunes' };
  expect(said('mails.letter-expiring-here.body', { ...expiring, organization: 'Ejemplo' })).toContain('recibió el mismo aviso');
  expect(() => said('mails.letter-expiring-here.body', expiring)).toThrow('organization');
  expect(() => said('mails.welcome.body', { where: 'organization' })).toThrow('organization');
});
