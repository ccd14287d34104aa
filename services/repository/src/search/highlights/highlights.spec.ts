import { describe, expect, it } from '@jest/globals';
import { highlightsOf, Marker } from './highlights.js';

const marked = (text: string, ...words: string[]) =>
  Marker.of(words)
    .rangesIn(text)
    .map(([start, end]) => text.slice(start, end));

describe('highlights', () => {
  it('mark words without regard to accents, number and gender', () => {
    expect(marked('Guarderías móviles: una guardería que viaja', 'guarderias', 'MÓVIL')).toEqual(['Guarderías', 'móviles', 'guardería']);
  });

  it('mark what an unfinished word begins, and only that', () => {
    expect(marked('Cuidadoras que cuidan a mayores', 'cuida*')).toEqual(['Cuidadoras', 'cuidan']);
    expect(marked('Cuidadoras que cuidan a mayores', 'cuida', 'mayo*')).toEqual(['mayores']);
  });

  it('count UTF-16 units', () => {
    expect(Marker.of(['anos']).rangesIn('👵🏽 años')).toEqual([[5, 9]]);
  });

  it('leave out fields without a reason, and everything without words', () => {
    const shown = { title: 'Bancos de tiempo', summary: 'Horas que se devuelven.' };
    expect(highlightsOf(shown, {}, Marker.of(['tiempo']))).toEqual([{ field: 'title', text: shown.title, ranges: [[10, 16]] }]);
    expect(highlightsOf(shown, {}, Marker.of([]))).toEqual([]);
  });

  it('mark a name of several words whole, and none of its words alone', () => {
    expect(marked('Las trabajadoras y trabajadores domésticos, y un trabajo del hogar', 'trabajadoras domesticas')).toEqual([
      'trabajadoras y trabajadores domésticos',
    ]);
    expect(marked('seguro para el hogar', 'trabajadora hogar')).toEqual([]);
  });

  it('show a passage of other fields, at most two', () => {
    const long = `${'Nada de eso aquí. '.repeat(20)}Después abrieron lavanderías públicas. ${'Y más. '.repeat(60)}`;
    const [first, second, ...more] = highlightsOf(
      { title: 'Barrio' },
      { actions: long, results: 'Una lavandería.', lessons: 'Lavandería.' },
      Marker.of(['lavanderia']),
    );
    expect(more).toEqual([]);
    expect(first?.text.length).toBeLessThanOrEqual(220);
    expect(first?.cut).toEqual({ before: true, after: true });
    expect(first?.ranges.map(([start, end]) => first.text.slice(start, end))).toEqual(['lavanderías']);
    expect(second).toEqual({ field: 'results', text: 'Una lavandería.', ranges: [[4, 14]] });
  });

  it('begin with what was found where nothing before it can be cut', () => {
    const [found] = highlightsOf({}, { actions: `${'x'.repeat(70)} -${'='.repeat(70)}lavandería y más.` }, Marker.of(['lavanderia']));
    expect(found).toMatchObject({ text: 'lavandería y más.', ranges: [[0, 10]], cut: { before: true, after: false } });
    const [alone] = highlightsOf({}, { actions: `${'x/'.repeat(40)}lavandería` }, Marker.of(['lavanderia']));
    expect(alone).toMatchObject({ text: 'lavandería', ranges: [[0, 10]] });
  });

  it('show a passage as it reads, without marks and addresses', () => {
    const actions = '## Qué se hizo\n\n- Una **lavandería** del [barrio *sur*](https://ejemplo.org/lavanderia_central)\n- y \\*otra\\*';
    const [found] = highlightsOf({}, { actions }, Marker.of(['lavanderia']));
    expect(found).toEqual({ field: 'actions', text: 'Qué se hizo Una lavandería del barrio sur y *otra*', ranges: [[16, 26]] });
    expect(highlightsOf({}, { actions: '[Aquí](https://ejemplo.org/lavanderia)' }, Marker.of(['lavanderia']))).toEqual([]);
    expect(highlightsOf({}, { organizations: 'Red *Lavandería*' }, Marker.of(['lavanderia']))[0]?.text).toBe('Red *Lavandería*');
  });
});
