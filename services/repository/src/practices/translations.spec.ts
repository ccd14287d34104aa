import { describe, expect, it } from '@jest/globals';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Localized } from '@alianza/contracts/shapes';
import { completeContent } from '@alianza/testing/builders/practices';
import { staleTranslations } from './translations.js';

const saying = (context: Localized | null): PracticeContent => completeContent({ context });
const written: Localized = { original: 'es', es: 'Antes no había relevos.', en: 'There were no shifts before.' };
const stale = [{ field: 'context', language: 'en' }] as const;

describe('a translation', () => {
  it('is old once its original changed without it, and stays so while other things are written', () => {
    const later = saying({ ...written, es: 'Antes nadie se turnaba.' });
    expect(staleTranslations(saying(written), later, [])).toEqual(stale);
    expect(staleTranslations(later, { ...later, place: 'Otro valle' }, stale)).toEqual(stale);
  });

  it('is not old where both changed, where it is written anew, and where there is none', () => {
    const both = { original: 'es', es: 'Nadie se turnaba.', en: 'Nobody took turns.' } as const;
    expect(staleTranslations(saying(written), saying(both), [])).toEqual([]);
    expect(staleTranslations(saying(written), saying({ ...written, en: 'No shifts.' }), stale)).toEqual([]);
    expect(staleTranslations(saying({ original: 'es', es: 'Uno' }), saying({ original: 'es', es: 'Dos' }), [])).toEqual([]);
    expect(staleTranslations(saying(written), saying(null), stale)).toEqual([]);
    expect(staleTranslations(saying(null), saying(written), [])).toEqual([]);
  });

  it('follows the language in which the text is written first', () => {
    const turned = { ...written, original: 'en', en: 'Nobody took turns.' } as const;
    expect(staleTranslations(saying({ ...written, original: 'en' }), saying(turned), [])).toEqual([{ field: 'context', language: 'es' }]);
  });
});
