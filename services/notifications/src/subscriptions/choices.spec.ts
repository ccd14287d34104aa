import { describe, expect, it } from '@jest/globals';
import { before, endedBy, resumedBy } from './choices.js';

const all = { taskMail: 'now', newsMail: 'now', mailings: true } as const;

describe('a link in a mail', () => {
  it.each([
    ['task', all, { taskMail: 'never' }],
    ['news', { ...all, newsMail: 'daily' }, { newsMail: 'never' }],
    ['mailing', all, { mailings: false }],
    ['digest', all, {}],
    ['digest', { ...all, newsMail: 'daily' }, { newsMail: 'never' }],
    ['digest', { ...all, taskMail: 'daily', newsMail: 'daily' }, { taskMail: 'never', newsMail: 'never' }],
    ['news', { ...all, newsMail: 'never' }, {}],
    ['mailing', { ...all, mailings: false }, {}],
  ] as const)('of a %s ends what comes of its kind and nothing else', (kind, choice, ended) => {
    expect(endedBy(kind, choice)).toEqual(ended);
  });

  it('gives back what it ended, as it was', () => {
    const choice = { ...all, newsMail: 'daily' } as const;
    const stopped = before(choice, endedBy('digest', choice));
    expect(stopped).toEqual({ newsMail: 'daily' });
    expect(resumedBy('digest', { ...choice, newsMail: 'never' }, stopped)).toEqual({ newsMail: 'daily' });
  });

  it('leaves alone what somebody chose otherwise since', () => {
    expect(resumedBy('news', { ...all, newsMail: 'daily' }, { newsMail: 'now' })).toEqual({});
  });

  it('that ended nothing begins all of its kind', () => {
    expect(resumedBy('task', { ...all, taskMail: 'never' }, null)).toEqual({ taskMail: 'now' });
    expect(resumedBy('mailing', { ...all, mailings: false }, null)).toEqual({ mailings: true });
  });
});
