import { describe, expect, it } from '@jest/globals';
import { addActor, actorFacts } from '@alianza/contracts/membership/directory/actors';
import { emptyActor, emptyInitiative, emptySource, facts, saidBy, wrongIn } from './actor-values.js';

const named = { ...emptyActor, name: { es: ' Observatorio ', en: '' } };
const keysOf = (over: object) => wrongIn({ ...named, ...over }).map(({ id }) => id);

describe('an actor as its form holds it', () => {
  it('is what the contract takes', () => {
    const values = { ...named, initiatives: [{ ...emptyInitiative, title: 'Encuesta', year: '2024' }], sources: [emptySource] };
    const said = saidBy(values);
    expect(said).toMatchObject({
      name: { original: 'es', es: 'Observatorio' },
      initiatives: [{ title: 'Encuesta', year: 2024 }],
      sources: [],
    });
    expect(addActor.input.safeParse(said).success).toBe(true);
    expect(facts).toEqual(actorFacts);
    const before = {
      name: { original: 'fr' as const, fr: 'Observatoire', es: 'Observatorio' },
      role: { original: 'pt' as const, pt: 'Mede.' },
    };
    expect(saidBy({ ...named, before })).toMatchObject({ name: before.name, role: before.role });
  });

  it.each<[string, object, string[]]>([
    ['its name is missing in its language', { original: 'en' }, ['name-en']],
    ['its role is told in the other language alone', { role: { es: '', en: 'Measures time.' } }, ['role-es']],
    ['an address is none', { website: 'observatorio', sources: [{ ...emptySource, title: 'Informe', url: 'x' }] }, ['website', 'source-0']],
    ['an initiative has no name or no year of ours', { initiatives: [{ ...emptyInitiative, year: '24' }] }, ['initiative-0']],
    ['it would be shown without a source', { shown: true, sources: [emptySource] }, ['sources']],
    ['nobody can be written to there', { email: 'direccion@' }, ['email']],
    ['nothing is wrong', { country: 'CL', email: 'a@example.org' }, []],
  ])('says what keeps it from being sent: %s', (_what, over, ids) => {
    expect(keysOf(over)).toEqual(ids);
  });
});
