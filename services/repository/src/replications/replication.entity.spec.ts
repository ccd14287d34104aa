import { describe, expect, it } from '@jest/globals';
import type { ReplicationContent, ReplicationDeed, ReplicationStatus } from '@alianza/contracts/repository/replications';
import { missingIn, Replication, transitions } from './replication.entity.js';

const said = (es: string) => ({ original: 'es' as const, es });
const content: ReplicationContent = {
  country: 'CO',
  place: 'Ladera Imaginaria',
  startYear: 2025,
  endYear: null,
  adaptation: said('Turnos de medio día.'),
  result: said('300 horas en seis meses.'),
  source: { title: 'Cuaderno de turnos', url: null, publisher: null },
};
const at = new Date('2026-11-21T09:00:00Z');

const replication = (status: ReplicationStatus, over: Partial<ReplicationContent> = {}) =>
  Object.assign(new Replication(), { status, content: { ...content, ...over }, history: [], toldAt: null, confirmedAt: null });

const statuses: ReplicationStatus[] = ['draft', 'told', 'asked', 'confirmed', 'refused', 'withdrawn', 'ended'];
const deeds: Record<ReplicationDeed, (it: Replication) => void> = {
  edit: (it) => it.edit(content, at),
  tell: (it) => it.tell(null, at),
  ask: (it) => it.ask('¿Cuántas personas?', at),
  confirm: (it) => it.confirm(at),
  refuse: (it) => it.refuse('Es otra práctica.', at),
  withdraw: (it) => it.withdraw(at),
};

describe('a replication', () => {
  const table = Object.keys(deeds).flatMap((deed) => statuses.map((status) => [deed as ReplicationDeed, status] as const));

  it.each(table)('%s when %s', (deed, status) => {
    const one = replication(status);
    const { from, to } = transitions[deed];
    expect(one.admits(deed)).toBe(from.includes(status));
    if (from.includes(status)) {
      deeds[deed](one);
      expect(one).toMatchObject({ status: to ?? status, changedAt: at });
    } else {
      expect(() => deeds[deed](one)).toThrow('replication-status-fixed');
      expect(one).toMatchObject({ status, history: [] });
    }
  });

  it('cannot be told while something is missing, and says what', () => {
    const one = replication('draft', { result: null, source: null });
    expect(missingIn(one.content)).toEqual(['result', 'source']);
    expect(() => one.tell(null, at)).toThrow(
      expect.objectContaining({
        code: 'replication-incomplete',
        issues: [
          { pointer: '/content/result', reason: 'missing' },
          { pointer: '/content/source', reason: 'missing' },
        ],
      }),
    );
  });

  it('ends with its practice while nothing is decided', () => {
    for (const status of transitions.end.from) {
      const one = replication(status);
      one.end(at);
      expect([one.status, one.history.at(-1)?.status]).toEqual(['ended', 'ended']);
    }
    expect(() => replication('confirmed').end(at)).toThrow('replication-status-fixed');
  });

  it('is asked about once', () => {
    const one = replication('told');
    one.ask('¿Cuántas personas?', at);
    one.tell('Doce.', at);
    expect(one.admits('ask')).toBe(false);
    expect(() => one.ask('¿Y cuántas horas?', at)).toThrow('replication-asked-already');
    expect(one.status).toBe('told');
  });

  it('keeps every step, what was confirmed and taken back too', () => {
    const one = replication('draft');
    one.tell(null, at);
    one.ask('¿Cuántas personas?', at);
    one.tell('Doce.', at);
    one.confirm(at);
    one.withdraw(at);
    expect(one.history.map(({ status, text }) => [status, text])).toEqual([
      ['told', null],
      ['asked', '¿Cuántas personas?'],
      ['told', 'Doce.'],
      ['confirmed', null],
      ['withdrawn', null],
    ]);
    expect(one.confirmedAt).toEqual(at);
  });
});
