import { describe, expect, it } from '@jest/globals';
import { ApplicationStatus } from '@alianza/contracts/membership/applications';
import { after } from '../data/days.js';
import { Application } from './application.entity.js';
import { ApplicationNotOpenError, ClarificationNotAskedError } from './applications.errors.js';

const now = new Date('2026-03-01T12:00:00Z');
const application = (status: ApplicationStatus) =>
  Object.assign(new Application(), { status, history: [], submittedAt: null, assignedTo: null });

const acceptance = {
  organizationId: 'o',
  category: 'member',
  reference: 'Acuerdo 7',
  referenceDate: '2026-02-27',
  reason: 'Cumple los requisitos.',
};
const commands = {
  confirm: (it: Application) => it.confirm(now),
  take: (it: Application) => it.assign('p', now),
  ask: (it: Application) => it.ask('¿Quién firma?', now),
  answer: (it: Application) => it.answer('La presidencia.', now),
  accept: (it: Application) => it.accept(acceptance, now),
  decline: (it: Application) => it.decline('No trabaja en cuidados.', now),
  withdraw: (it: Application) => it.withdraw(now),
};
type Command = keyof typeof commands;

/** Status → what may happen → where that leads. Everything else is refused. */
const allowed: Record<ApplicationStatus, Partial<Record<Command, ApplicationStatus>>> = {
  unconfirmed: { confirm: 'submitted' },
  submitted: { take: 'in-review', ask: 'clarification-asked', accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  'in-review': { take: 'in-review', ask: 'clarification-asked', accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  'clarification-asked': {
    take: 'clarification-asked',
    answer: 'clarification-answered',
    accept: 'accepted',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  'clarification-answered': {
    take: 'clarification-answered',
    ask: 'clarification-asked',
    accept: 'accepted',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  accepted: {},
  declined: {},
  withdrawn: {},
};

const table = ApplicationStatus.options.flatMap((status) =>
  (Object.keys(commands) as Command[]).map((command) => ({ status, command, to: allowed[status][command] ?? null })),
);

describe('an application', () => {
  it.each(table)('$status: $command → $to', ({ status, command, to }) => {
    const it = application(status);
    if (to === null) {
      expect(() => commands[command](it)).toThrow(/application-not-open|clarification-not-asked/);
      expect(it).toMatchObject({ status, history: [] });
    } else {
      commands[command](it);
      expect(it.status).toBe(to);
      expect(it.history.map((step) => step.status)).toEqual(to === status ? [] : [to]);
      if (to !== status) expect(it.changedAt).toBe(now);
    }
  });

  it('tells an answer nobody asked for from one that comes too late', () => {
    expect(() => application('submitted').answer('Sí.', now)).toThrow(ClarificationNotAskedError);
    expect(() => application('declined').answer('Sí.', now)).toThrow(ApplicationNotOpenError);
  });

  it('keeps what was asked, answered and decided, in order', () => {
    const it = application('submitted');
    it.ask('¿Quién firma?', now);
    it.answer('La presidencia.', now);
    it.decline('No trabaja en cuidados.', now);
    expect(it.history.map(({ status, text }) => [status, text])).toEqual([
      ['clarification-asked', '¿Quién firma?'],
      ['clarification-answered', 'La presidencia.'],
      ['declined', 'No trabaja en cuidados.'],
    ]);
  });

  it('goes from hand to hand, and its review begins once', () => {
    const it = application('submitted');
    it.assign('p', now);
    it.assign(null, now);
    it.assign('q', now);
    expect([it.assignedTo, it.status, it.history.length]).toEqual(['q', 'in-review', 1]);
  });

  it('takes as many clarifications as it needs', () => {
    const it = application('in-review');
    for (const round of ['uno', 'dos', 'tres']) {
      it.ask(`¿${round}?`, now);
      it.answer(round, now);
    }
    it.accept(acceptance, now);
    expect(it.history.map(({ text }) => text)).toEqual(['¿uno?', 'uno', '¿dos?', 'dos', '¿tres?', 'tres', 'Cumple los requisitos.']);
    expect(it).toMatchObject({ grantReference: 'Acuerdo 7', grantedOn: '2026-02-27' });
  });

  it('undecided is warned of a month before it is forgotten, once since it last changed', () => {
    const it: Application = Object.assign(application('in-review'), { changedAt: now, warnedAt: null });
    expect([334, 335, 336].map((days) => it.dueWarning(after(now, days)))).toEqual([false, true, true]);
    it.warnedAt = after(now, 335);
    expect(it.dueWarning(after(now, 340))).toBe(false);
    it.ask('¿Quién firma?', after(now, 340));
    expect([340, 674, 675].map((days) => it.dueWarning(after(now, days)))).toEqual([false, false, true]);
    it.decline('No trabaja en cuidados.', after(now, 675));
    expect(it.dueWarning(after(now, 1100))).toBe(false);
  });

  it('remembers when it was submitted', () => {
    const it = application('unconfirmed');
    it.confirm(now);
    expect(it.submittedAt).toBe(now);
  });
});
