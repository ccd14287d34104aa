import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addCalendarDay,
  calendarDayAdded,
  calendarDayRemoved,
  countTerm,
  getCalendar,
  removeCalendarDay,
  type CalendarDay,
  type CalendarYear,
  type CountedTerm,
} from '@alianza/contracts/membership/settings/calendars';
import { editSettings, getSettings, type KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import { codeOf } from '@alianza/testing/edge';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
let other: Setting;

beforeAll(async () => {
  world = await openWorld(['membership', 'gateway']);
  [setting, other] = [await openSetting(world), await openSetting(world)];
}, 60_000);
afterAll(() => world.close());

const yearOf = async (year: number, where = setting) => world.edge.call<CalendarYear>(getCalendar, { year }, await where.as('titular'));
const term = async (from: string, days: number, where = setting) =>
  world.edge.call<CountedTerm>(countTerm, { from, days }, await where.as('titular'));
const name = { original: 'es', es: 'Jueves Santo', en: 'Maundy Thursday' };
const reason = 'Acuerdo de la convocante (ficticio).';
const add = async (over: object, where = setting) =>
  world.edge.send<CalendarDay>(addCalendarDay, { day: '2026-04-02', working: false, name, reason, ...over }, await where.as('secretariat'));
const remove = async (id: string, where = setting) =>
  world.edge.send(removeCalendarDay, { id, reason: 'La fecha era otra.' }, await where.as('secretariat'));
const follow = async (calendar: string, where = setting) => {
  const lead = await where.as('secretariat-lead');
  const { code: _code, demo: _demo, mark: _mark, version, categories, ...kept } = await world.edge.call<KeptNetwork>(getSettings, {}, lead);
  const input = { ...kept, calendar, categories: categories.map(({ held: _held, ...category }) => category) };
  await world.edge.call(editSettings, input, { ...lead, version });
};

describe('the calendar of a network', () => {
  it('is the one that it follows, in the language asked', async () => {
    expect(await yearOf(2026)).toMatchObject({
      base: { id: 'mon-fri', confirmation: 'assumption' },
      weekend: [6, 7],
      days: [],
      businessDays: 261,
    });
    await follow('mx-lft-74');
    const { days, businessDays, base } = await yearOf(2026);
    expect(days.map(({ day, name: called }) => [day, called])).toContainEqual(['2026-02-02', 'Día de la Constitución']);
    expect([days.length, businessDays, base.sources.length]).toEqual([7, 254, 3]);
    const english = await world.edge.call<CalendarYear>(getCalendar, { year: 2026, lang: 'en' }, await setting.as('titular'));
    expect(english.days.map((day) => day.name)).toContain('Constitution Day');
    expect((await yearOf(2026, other)).days).toEqual([]);
  });

  it('counts a term, and says what was passed over', async () => {
    await follow('mx-lfpa-28', other);
    expect(await term('2019-12-13', 10, other)).toMatchObject({ end: '2020-01-17', calendarDays: 35 });
    const { passedOver } = await term('2019-12-13', 1, other);
    expect(passedOver.map(({ day, of }) => [day, of])).toEqual(
      expect.arrayContaining([
        ['2019-12-16', 'authority'],
        ['2019-12-25', 'base'],
        ['2020-01-03', 'authority'],
      ]),
    );
    expect(codeOf(await world.edge.send(countTerm, { from: '2026-02-30', days: 1 }, await other.as('titular')))).toEqual([
      400,
      'input-invalid',
    ]);
  });

  it('takes the network’s own word on a day, with who said it and why, and a term goes by it', async () => {
    const { revision } = await yearOf(2026);
    expect((await term('2026-04-01', 1)).end).toBe('2026-04-02');
    const { status, body } = await add({});
    expect([status, body]).toEqual([
      200,
      {
        ...{ day: '2026-04-02', name: 'Jueves Santo', working: false, of: 'network', url: null },
        change: { id: expect.any(String), reason, by: 'secretariat', at: expect.any(String) },
      },
    ]);
    expect(await term('2026-04-01', 1)).toMatchObject({ end: '2026-04-03', revision: revision + 1, passedOver: [{ day: '2026-04-02' }] });
    expect((await yearOf(2026)).days).toContainEqual(body);
    expect((await term('2026-04-01', 1, other)).end).toBe('2026-04-02');
    expect(codeOf(await add({ working: true }))).toEqual([409, 'calendar-day-exists']);
    expect(codeOf(await remove(body.change!.id, other))).toEqual([404, 'calendar-day-not-found']);
    expect((await remove(body.change!.id)).status).toBe(200);
    expect(codeOf(await remove(body.change!.id))).toEqual([404, 'calendar-day-not-found']);
    const after = await yearOf(2026);
    expect(after.days.map(({ day }) => day)).not.toContain('2026-04-02');
    expect(after.removed).toMatchObject([{ day: '2026-04-02', reason, removed: { reason: 'La fecha era otra.', by: 'secretariat' } }]);
    expect(after.revision).toBe(revision + 2);
    const facts = await rowsOf<{ subject: string }>(
      'membership',
      `select event ->> 'subject' as subject from outbox where event ->> 'aggregateId' = $1 order by position`,
      [body.change!.id],
    );
    expect(facts.map(({ subject }) => subject)).toEqual([calendarDayAdded.subject, calendarDayRemoved.subject]);
    expect((await add({})).status).toBe(200); // and may be said again
  });

  it('makes work of a day of rest, and refuses to say what is so already', async () => {
    expect((await add({ day: '2026-02-02', working: true })).status).toBe(200);
    expect((await term('2026-01-30', 1)).end).toBe('2026-02-02');
    expect((await yearOf(2026)).days).toContainEqual(expect.objectContaining({ day: '2026-02-02', working: true, of: 'network' }));
    expect(codeOf(await add({ day: '2026-06-03', working: true }))).toEqual([409, 'calendar-day-as-it-is']);
    expect(codeOf(await add({ day: '2026-06-06' }))).toEqual([409, 'calendar-day-as-it-is']);
  });

  it('holds one word for a day, however many say it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => add({ day: '2031-06-04' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });

  it('is read by its members and changed by its secretariat alone', async () => {
    for (const role of ['titular', 'secretariat-lead', 'auditor'] as const)
      expect((await world.edge.send(getCalendar, {}, await setting.as(role))).status).toBe(200);
    const input = { day: '2032-06-02', working: false, name, reason };
    for (const role of ['titular', 'auditor', 'reviewer'] as const)
      expect((await world.edge.send(addCalendarDay, input, await setting.as(role))).status).toBe(403);
    const foreign = { ...(await setting.as('secretariat')), network: other.network.code };
    expect((await world.edge.send(addCalendarDay, input, foreign)).status).toBe(403);
    expect((await world.edge.send(getCalendar, {}, foreign)).status).toBe(403);
  });
});
