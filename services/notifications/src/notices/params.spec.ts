import { expect, it } from '@jest/globals';
import { paramsFor } from './params.js';

it('fills a text in the language of the reader, else in the network’s, else in the one it was written in', () => {
  const params = {
    organization: 'Red Ejemplo',
    title: { original: 'es', es: 'Relevos', en: 'Turns' },
    other: { original: 'pt', pt: 'Creche' },
  } as const;
  expect(paramsFor(params, { lang: 'es', fallback: 'es' })).toEqual({ organization: 'Red Ejemplo', title: 'Relevos', other: 'Creche' });
  expect(paramsFor(params, { lang: 'fr', fallback: 'en' })).toEqual({ organization: 'Red Ejemplo', title: 'Turns', other: 'Creche' });
});
