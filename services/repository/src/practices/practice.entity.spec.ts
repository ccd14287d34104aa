import { describe, expect, it } from '@jest/globals';
import { emptyContent, type PracticeContent, type PracticeStatus } from '@alianza/contracts/repository/practices';
import { contentColumns, Practice, transitions } from './practice.entity.js';

const title = { original: 'es', es: 'Relevos entre vecinas' } as const;
const summary = { original: 'es', es: 'Se turnan para cuidar.' } as const;
const law: PracticeContent = {
  ...emptyContent,
  type: 'law-policy',
  title,
  summary,
  countries: ['UY'],
  sources: [{ title: 'Ley', url: null, publisher: null }],
};
const at = new Date('2026-11-21T09:00:00Z');
const by = '0190a000-0000-7000-8000-000000000001';

const practice = (status: PracticeStatus, content = law) =>
  Object.assign(new Practice(), contentColumns(content), { status, comments: [], slug: null, submittedAt: null, publishedAt: null });

const statuses: PracticeStatus[] = ['draft', 'submitted', 'changes-requested', 'published'];
const acts = {
  edit: (it: Practice) => it.edit(law, at),
  submit: (it: Practice) => it.submit(at),
  requestChanges: (it: Practice) => it.requestChanges([{ field: 'results', text: '¿De qué año?' }], { by, at }),
  publish: (it: Practice) => it.publish('relevos', { by, at }),
} as const;
const refusals = {
  edit: 'practice-not-editable',
  submit: 'practice-not-submittable',
  requestChanges: 'practice-not-in-review',
  publish: 'practice-not-in-review',
};

describe('a practice', () => {
  const table = Object.keys(acts).flatMap((act) => statuses.map((status) => [act as keyof typeof acts, status] as const));

  it.each(table)('%s when %s', (act, status) => {
    const one = practice(status);
    const { from, to } = transitions[act];
    if (from.includes(status)) {
      acts[act](one);
      expect(one).toMatchObject({ status: to ?? status, changedAt: at });
    } else {
      expect(() => acts[act](one)).toThrow(refusals[act]);
      expect(one.status).toBe(status);
    }
  });

  it('cannot be submitted while something is missing, and says what', () => {
    const one = practice('draft', { ...law, countries: [], sources: [] });
    expect(() => one.submit(at)).toThrow(
      expect.objectContaining({
        code: 'practice-incomplete',
        issues: [
          { pointer: '/content/countries', reason: 'missing' },
          { pointer: '/content/sources', reason: 'missing' },
        ],
      }),
    );
    expect(one.status).toBe('draft');
  });

  it('is told first that it was submitted already, then what it lacks', () => {
    expect(() => practice('submitted', { ...law, sources: [] }).submit(at)).toThrow('practice-not-submittable');
  });

  it('keeps what the review asked until it is published', () => {
    const one = practice('submitted');
    acts.requestChanges(one);
    one.submit(at);
    expect(one.comments).toHaveLength(1);
    acts.publish(one);
    expect(one).toMatchObject({ comments: [], slug: 'relevos', publishedAt: at, decidedBy: by });
  });

  it('repeats type and original title of its content', () => {
    const one = practice('draft');
    one.edit({ ...law, type: 'dataset', title: { original: 'en', es: 'Relevos', en: 'Taking turns' } }, at);
    expect(one).toMatchObject({ type: 'dataset', title: 'Taking turns' });
  });
});
