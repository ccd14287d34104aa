import { describe, expect, it } from '@jest/globals';
import { ApplicationStatus } from '@alianza/contracts/membership/applications';
import { Application } from './application.entity.js';
import { ApplicationNotOpenError, ClarificationNotAskedError } from './applications.errors.js';

const now = new Date('2026-03-01T12:00:00Z');
const application = (status: ApplicationStatus) => Object.assign(new Application(), { status, history: [], submittedAt: null });

const commands = {
  confirm: (it: Application) => it.confirm(now),
  ask: (it: Application) => it.ask('¿Quién firma?', now),
  answer: (it: Application) => it.answer('La presidencia.', now),
  accept: (it: Application) => it.accept({ organizationId: 'o', category: 'member', reference: null }, now),
  decline: (it: Application) => it.decline('No trabaja en cuidados.', now),
  withdraw: (it: Application) => it.withdraw(now),
};
type Command = keyof typeof commands;

/** Status → what may happen → where that leads. Everything else is refused. */
const allowed: Record<ApplicationStatus, Partial<Record<Command, ApplicationStatus>>> = {
  unconfirmed: { confirm: 'submitted' },
  submitted: { ask: 'clarification-asked', accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  'clarification-asked': { answer: 'clarification-answered', accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  'clarification-answered': { ask: 'clarification-asked', accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
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
      expect(it).toMatchObject({ status: to, changedAt: now });
      expect(it.history).toHaveLength(1);
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

  it('remembers when it was submitted', () => {
    const it = application('unconfirmed');
    it.confirm(now);
    expect(it.submittedAt).toBe(now);
  });
});
