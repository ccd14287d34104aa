import { describe, expect, it } from '@jest/globals';
import { highlightsOf, judgeOf, rangesIn } from './highlights.js';

const marked = (text: string, ...words: string[]) => rangesIn(text, judgeOf(words)).map(([start, end]) => text.slice(start, end));

describe('highlights', () => {
  it('mark words without regard to accents, number and gender', () => {
    expect(marked('Guarderías móviles: una guardería que viaja', 'guarderias', 'MÓVIL')).toEqual(['Guarderías', 'móviles', 'guardería']);
  });

  it('mark what the last word begins, and only that', () => {
    expect(marked('Cuidadoras que cuidan a mayores', 'cuida')).toEqual(['Cuidadoras', 'cuidan']);
    expect(marked('Cuidadoras que cuidan a mayores', 'cuida', 'mayo')).toEqual(['mayores']);
  });

  it('count UTF-16 units', () => {
    expect(rangesIn('👵🏽 años', judgeOf(['anos']))).toEqual([[5, 9]]);
  });

  it('leave out fields without a reason, and everything without words', () => {
    const shown = { title: 'Bancos de tiempo', summary: 'Horas que se devuelven.' };
    expect(highlightsOf(shown, ['tiempo'])).toEqual([{ field: 'title', text: shown.title, ranges: [[10, 16]] }]);
    expect(highlightsOf(shown, [])).toEqual([]);
  });
});
