import { describe, expect, it } from '@jest/globals';
import type { Event, EventType } from '@alianza/contracts/event';
import { applicationAssigned } from '@alianza/contracts/membership/application-desk';
import { practiceEdited } from '@alianza/contracts/repository/practices';
import { ruleNamed, rules } from '../notices/rules.js';
import { settledBy, settles, settlings, unsettled } from './settling.js';

const id = (last: string) => `0190a000-0000-7000-8000-00000000000${last}`;
const [practiceId, organizationId, personId] = [id('1'), id('2'), id('3')];
/** Facts of these nouns are about one and the same thing; each other noun has its own. */
const aggregates: Readonly<Record<string, string>> = {
  practice: practiceId,
  organization: organizationId,
  'stand-in': organizationId,
  letter: id('4'),
  'letter-task': id('4'),
  guest: id('5'),
  role: id('6'),
  erasure: id('7'),
  handover: id('8'),
};
const title = { original: 'es', es: 'Relevos entre vecinas' };
/** All that any of these facts tells; each keeps what it declares. */
const said = { practiceId, organizationId, personId, predecessorId: personId, successorId: id('9'), holderId: personId, begun: true };
const words = { title, role: 'titular', queue: 'verifications', slug: 'relevos', inquiries: 1, replications: 0, organization: null };

const declared = (data: object, { data: schema }: EventType) =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name in (schema as unknown as { shape: object }).shape));
const specimen = (type: EventType, aggregateId = aggregates[type.subject.split('.')[2] ?? ''] ?? id('a')): Event => ({
  id: id('b'),
  subject: type.subject,
  networkId: id('c'),
  aggregateId,
  aggregateVersion: 1,
  occurredAt: '2026-11-21T09:00:00.000Z',
  actor: { personId: null, organizationId: null, service: null },
  cause: 'spec',
  data: declared({ ...said, ...words }, type),
});

const each = settlings.flatMap((settling) =>
  settling.rules.flatMap((rule) => settling.after.map((after) => [rule, after.subject.split('.').slice(2, 4).join(' '), after] as const)),
);

describe('a task', () => {
  it.each(each)('told as %s is done once this happened: %s', (name, _fact, after) => {
    const { event, path, thing } = ruleNamed(name);
    const done = specimen(after);
    // A holder of the secretariat has a thing of a queue, which is what was decided.
    const begun = name === 'task-assigned' ? specimen(event, done.aggregateId) : specimen(event);
    const keys = [path(begun), thing?.(begun)];
    expect(settledBy(done).filter(({ rule, key }) => rule === name && keys.includes(key))).not.toEqual([]);
    expect(keys.join(' ')).not.toMatch(/undefined|null/);
    expect(settles(after.subject)).toBe(true);
  });

  it.each(each)('told as %s of another thing is not done by: %s', (name, _fact, after) => {
    const { event, path, thing } = ruleNamed(name);
    const other = specimen(event, id('d'));
    const elsewhere = { practiceId: id('d'), organizationId: id('d'), personId: id('d') };
    other.data = declared({ ...said, ...words, ...elsewhere }, event);
    const keys = [path(other), thing?.(other)];
    expect(settledBy(specimen(after)).filter(({ rule, key }) => rule === name && keys.includes(key))).toEqual([]);
  });

  it('is settled by something, or it is said why not', () => {
    const tasks = rules.filter(({ kind }) => kind === 'task').map(({ name }) => name);
    const settled = settlings.flatMap((settling) => settling.rules);
    expect([...new Set([...settled, ...Object.keys(unsettled)])].sort()).toEqual(tasks.sort());
    expect(Object.keys(unsettled).filter((name) => settled.includes(name))).toEqual([]);
  });

  it('of an application about to be forgotten is done by who begins its review, and not by who only takes it over', () => {
    const taken = specimen(applicationAssigned);
    const settled = (begun: boolean) => settledBy({ ...taken, data: { ...(taken.data as object), begun } }).map(({ rule }) => rule);
    expect([true, false].map((begun) => settled(begun).includes('application-expiring'))).toEqual([true, false]);
  });

  it('is not done by what has nothing to do with it', () => {
    expect([settledBy(specimen(practiceEdited)), settles(practiceEdited.subject)]).toEqual([[], false]);
  });
});
