import { describe, expect, it } from '@jest/globals';
import type { ImportField } from '@alianza/contracts/imports/import-columns';
import type { Seen } from '@alianza/platform/imports/import-rows';
import { emptyContent, type PracticeContent } from '@alianza/contracts/repository/practices';
import { contentColumns, Practice, undecided } from '../../practices/practice.entity.js';
import { ownConcepts } from '../../taxonomy/network-concepts.js';
import { plan, take } from './plan-rows.js';
import { wordsOf } from './read-row.js';

const words = wordsOf(ownConcepts, '2026-11-21');
const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const content: PracticeContent = {
  ...emptyContent,
  type: 'law-policy',
  title: { original: 'es', es: 'Relevos', en: 'Shifts' },
  summary: { original: 'es', es: 'Se turnan.' },
  populations: ['concept-of-before'],
};
const record = (over: Partial<Practice> = {}) =>
  Object.assign(new Practice(), contentColumns(content), {
    ...undecided,
    id,
    version: 3,
    organizationId: null,
    status: 'published',
    ...over,
  });

const planned = (row: Partial<Record<ImportField, string>>, records: ReadonlyMap<string, Practice> = new Map(), seen: Seen = new Map()) => {
  const fields = Object.keys(row) as ImportField[];
  const mapping = { fields, type: 'good-practice', as: 'published' } as const;
  return plan(take({ number: 2, cells: Object.values(row) }, mapping), { mapping, around: words, seen }, records);
};
const said = { title_es: 'Relevos', summary_es: 'Se turnan.' };
const about = (practice: Practice) => new Map([[`id:${id}`, practice]]);

describe('the licence of a record', () => {
  it('stays as it was chosen, whatever its row says next', () => {
    const {
      outcome,
      changes,
      content: renewed,
    } = planned({ id, ...said, summary_es: 'Se turnan y anotan.' }, about(record({ content: { ...content, licence: 'CC-BY-SA-4.0' } })));
    expect([outcome, changes, renewed?.licence]).toEqual(['change', ['summary_es'], 'CC-BY-SA-4.0']);
  });

  it('is the one of its column, by code or as it is written; an empty cell leaves it', () => {
    const before = record({ content: { ...content, licence: 'CC-BY-SA-4.0' } });
    const row = { id, ...said, title_en: 'Shifts' };
    expect(planned({ ...said, licence: 'CC BY-NC 4.0' }).content?.licence).toBe('CC-BY-NC-4.0');
    expect(planned({ ...said, licence: '' }).content?.licence).toBeUndefined();
    expect(planned({ ...row, licence: '' }, about(before)).outcome).toBe('same');
    expect(planned({ ...row, licence: 'CC-BY-4.0' }, about(record())).outcome).toBe('same');
    expect(planned({ ...row, licence: 'CC0-1.0' }, about(before))).toMatchObject({ changes: ['licence'], content: { licence: 'CC0-1.0' } });
  });
});

describe('a row of no known record', () => {
  it('becomes one, with words in either language for what has identifiers', () => {
    const {
      outcome,
      content: made,
      identities,
    } = planned({
      ...said,
      type: 'Guía',
      countries: 'México, EE. UU.; Côte d’Ivoire',
      level: 'Municipality',
      sector: 'Sociedad civil',
      populations: 'Niñas, niños y adolescentes; older people',
      five_rs: 'Remunerar | reduce',
      sdg_targets: 'Meta 5.4: reconocer los cuidados; 8.b, 10.2',
      source_languages: 'inglés; fr',
      evidence: 'Evaluación externa',
      start_year: '2019-05-01',
      sources: 'Informe. https://example.org/a.',
    });
    expect([outcome, identities]).toEqual(['create', ['slug:relevos']]);
    expect(made).toMatchObject({
      type: 'toolkit',
      countries: ['MX', 'US', 'CI'],
      level: 'municipal',
      sector: 'civil-society',
      populations: ['children', 'older-persons'],
      fiveRs: ['reward', 'reduce'],
      sdgTargets: ['5.4', '8.b', '10.2'],
      sourceLanguages: ['en', 'fr'],
      evidence: 'external-evaluation',
      startYear: 2019,
      sources: [{ title: 'Informe', url: 'https://example.org/a', publisher: null }],
    });
  });

  it.each<[Partial<Record<ImportField, string>>, string, ImportField | null]>([
    [{ title_es: 'x' }, 'missing', null],
    [{ ...said, countries: 'Narnia' }, 'unknown-value', 'countries'],
    [{ ...said, licence: 'Todos los derechos reservados' }, 'unknown-value', 'licence'],
    [{ ...said, start_year: '19' }, 'not-year', 'start_year'],
    [{ ...said, start_year: '2020', end_year: '2019' }, 'years-reversed', 'end_year'],
    [{ ...said, sdg_targets: '18.1' }, 'not-target', 'sdg_targets'],
    [{ ...said, sources: 'x', source_urls: 'javascript:alert(1)' }, 'not-address', 'source_urls'],
    [{ title_es: 'x'.repeat(251), summary_es: 'x' }, 'too-long', 'title_es'],
    [{ ...said, organizations: Array.from({ length: 31 }, (_none, index) => `o${String(index)}`).join('|') }, 'too-many', 'organizations'],
  ])('%j is wrong: %s at %s', (row, reason, field) => {
    const { outcome, problems, content: made } = planned(row);
    expect([outcome, problems.map((problem) => [problem.reason, problem.field]), made]).toEqual(['error', [[reason, field]], null]);
  });

  it('is a mistake where an earlier one is about the same', () => {
    const seen: Seen = new Map();
    planned({ ...said, reference: 'A' }, new Map(), seen);
    expect(planned({ ...said, reference: 'A' }, new Map(), seen).problems).toMatchObject([{ reason: 'repeated-row', params: { row: 2 } }]);
  });
});

describe('a row of a record', () => {
  it('that says the same changes nothing, and keeps marks that are offered no more', () => {
    const row = { id, ...said, title_en: 'Shifts', populations: 'concept-of-before' };
    expect(planned(row, about(record()))).toMatchObject({ outcome: 'same', target: { id, version: 3 }, content: null });
  });

  it('leaves what has no column, and clears what has an empty cell', () => {
    const { outcome, changes, content: made } = planned({ id, ...said, title_en: '', place: 'Iztapalapa' }, about(record()));
    expect([outcome, changes]).toEqual(['change', ['title_en', 'place']]);
    expect(made).toMatchObject({
      title: { original: 'es', es: 'Relevos' },
      place: 'Iztapalapa',
      populations: ['concept-of-before'],
      type: 'law-policy',
    });
  });

  it.each([
    [{ organizationId: id }, 'of-organization'],
    [{ status: 'withdrawn' as const }, 'withdrawn'],
    [{ status: 'declined' as const }, 'declined'],
    [{ status: 'submitted' as const }, 'in-review'],
    [{ status: 'draft' as const, publishedAt: new Date(0) }, 'being-written'],
  ])('%j is not for an import to change', (over, reason) => {
    const { outcome, problems } = planned({ id, ...said, place: 'Otro' }, about(record(over)));
    expect([outcome, problems.map((problem) => problem.reason)]).toEqual(['error', [reason]]);
    expect(planned({ id, ...said }, about(record(over))).outcome).toBe('same');
  });

  it('that was reviewed says so, where it would have been published', () => {
    const { outcome, problems } = planned({ id, ...said, place: 'Otro' }, about(record({ submissions: 1 })));
    expect([outcome, problems.map(({ reason }) => reason)]).toEqual(['change', ['next-is-reviewed']]);
  });

  it('whose columns name two records is about neither', () => {
    const other = record({ id: '01890a5d-ac96-774b-bcce-b302099a8058' });
    const records = new Map([...about(record()), ['slug:turnos', other] as const]);
    expect(planned({ id, slug: 'turnos', ...said }, records).problems[0]?.reason).toBe('two-records');
  });
});
