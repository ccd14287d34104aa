import { expect, it } from '@jest/globals';
import { correctMember, type MemberFile } from '@alianza/contracts/membership/directory/members';
import { correctionOf, correctionSaid, wrongInCorrection } from './correction-values.js';

const member = {
  ...{ called: { original: 'es', es: 'Red' }, acronym: null, sector: 'academia', country: 'MX', region: null, languages: ['es'] },
  ...{ work: null, website: null, links: [], shows: ['country'], listed: true },
} as unknown as MemberFile;

it('a correction says everything but what is shown in public, and needs a name and a reason', () => {
  const begun = correctionOf(member);
  expect(wrongInCorrection(begun).map(({ id }) => id)).toEqual(['reason']);
  expect(wrongInCorrection({ ...begun, name: { es: ' ', en: 'Network' }, reason: 'x' }).map(({ id }) => id)).toEqual(['name-es']);
  const said = correctionSaid({ ...begun, name: { es: 'Red Nueva', en: '' }, acronym: ' RN ', reason: 'Cambió.' });
  expect(said).not.toHaveProperty('shows');
  expect(said).toMatchObject({ name: { original: 'es', es: 'Red Nueva' }, acronym: 'RN' });
  const elsewhere = correctionOf({ ...member, called: { original: 'pt', pt: 'Rede', es: 'Red' } });
  expect(correctionSaid(elsewhere).name).toEqual({ original: 'pt', pt: 'Rede', es: 'Red' });
  expect(wrongInCorrection({ ...elsewhere, name: { es: '', en: '' } }).map(({ id }) => id)).toEqual(['reason']);
  expect(correctMember.input.safeParse({ id: '01890000-0000-7000-8000-000000000000', ...said }).success).toBe(true);
});
