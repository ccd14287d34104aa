import { describe, expect, it } from '@jest/globals';
import { emptyContent, type PracticeContent, type PracticeStatus } from '@alianza/contracts/repository/practices';
import { contentColumns, isPublic, Practice, transitions, undecided } from './practice.entity.js';

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
const earlier = new Date('2025-03-02T09:00:00Z');
const by = '0190a000-0000-7000-8000-000000000001';

const practice = (status: PracticeStatus, content = law) =>
  Object.assign(new Practice(), contentColumns(content), { ...undecided, status, publishedAt: status === 'draft' ? null : earlier });

const statuses: PracticeStatus[] = ['draft', 'submitted', 'changes-requested', 'published', 'declined', 'withdrawn'];
const acts = {
  edit: (it: Practice) => it.edit(law, at),
  submit: (it: Practice) => it.submit(at),
  callBack: (it: Practice) => it.callBack(null, at),
  requestChanges: (it: Practice) => it.requestChanges({ by, at }),
  publish: (it: Practice) => it.publish('relevos', { by, at }),
  decline: (it: Practice) => it.decline('No trata de cuidados.', { by, at }, null),
  assign: (it: Practice) => it.assign(by, at),
  revise: (it: Practice) => it.revise(at),
  renew: (it: Practice) => it.renew(law, { by, at }),
  discard: (it: Practice) => it.discard(law, at),
  withdraw: (it: Practice) => it.withdraw({ by, at }),
  verify: (it: Practice) => it.verify(at),
} as const;
const refusals = {
  edit: 'practice-not-editable',
  submit: 'practice-not-submittable',
  callBack: 'practice-not-in-review',
  requestChanges: 'practice-not-in-review',
  publish: 'practice-not-in-review',
  decline: 'practice-not-in-review',
  assign: 'practice-not-in-review',
  revise: 'practice-not-published',
  renew: 'practice-not-published',
  discard: 'practice-not-editable',
  withdraw: 'practice-not-published',
  verify: 'practice-not-published',
};
/** Said of an act that needs something public, where there is nothing. */
const needPublic: readonly string[] = ['discard', 'withdraw', 'verify'];

describe('a practice', () => {
  const table = Object.keys(acts).flatMap((act) => statuses.map((status) => [act as keyof typeof acts, status] as const));

  it.each(table)('%s when %s', (act, status) => {
    const one = practice(status);
    const { from, to } = transitions[act];
    if (from.includes(status) && (!needPublic.includes(act) || isPublic(one))) {
      acts[act](one);
      expect(one.status).toBe(to ?? status);
    } else {
      const refused = needPublic.includes(act) && !isPublic(one) ? 'practice-not-published' : refusals[act];
      expect(() => acts[act](one)).toThrow(refused);
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

  it('keeps its first address whatever its next version is called, and holds for two years', () => {
    const one: Practice = practice('submitted');
    acts.publish(one);
    one.revise(at);
    one.edit({ ...law, title: { original: 'es', es: 'Turnos entre vecinas' } }, at);
    one.submit(at);
    one.publish('turnos', { by, at });
    expect(one).toMatchObject({ slug: 'relevos', publishedAt: at, decidedBy: by, submissions: 1, verifiedAt: at });
    expect(one.verifyBy).toEqual(new Date('2028-11-21T09:00:00Z'));
  });

  it('is told again to be due where that day came while its next version was written, which is thrown away', () => {
    const one: Practice = practice('submitted');
    acts.publish(one);
    const later = new Date('2029-01-01T00:00:00Z');
    one.revise(at);
    one.remind(later);
    one.discard(law, later);
    expect(one.remindedAt).toBeNull();
  });

  it('goes back to what is public when its next version is declined, and says why', () => {
    const one = practice('submitted', { ...law, title: { original: 'es', es: 'Turnos' } });
    one.decline('Le faltan fuentes.', { by, at }, law);
    expect(one).toMatchObject({ status: 'published', title: 'Relevos entre vecinas', declinedFor: 'Le faltan fuentes.' });
    one.revise(at);
    expect(one.declinedFor).toBeNull();
  });

  it('does not count as changed when somebody takes its review or looks at it again', () => {
    const one = Object.assign(practice('submitted'), { changedAt: earlier });
    one.assign(by, at);
    one.verify(at);
    expect(one).toMatchObject({ changedAt: earlier, assignedTo: by, verifiedAt: at });
  });

  it('repeats type and original title of its content', () => {
    const one = practice('draft');
    one.edit({ ...law, type: 'dataset', title: { original: 'en', es: 'Relevos', en: 'Taking turns' } }, at);
    expect(one).toMatchObject({ type: 'dataset', title: 'Taking turns' });
  });
});
