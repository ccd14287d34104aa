import { describe, expect, it } from '@jest/globals';
import { Organization } from './organization.entity.js';
import { OrganizationStatusFixedError } from './standing/standing.errors.js';

const organization = (over: Partial<Organization>) =>
  Object.assign(new Organization(), { kind: 'member', status: 'active', listed: true, category: null }, over);

describe('an organisation', () => {
  it.each([
    ['member', 'active', true],
    ['member', 'suspended', true],
    ['member', 'withdrawn', false],
    ['actor', 'active', false],
  ] as const)('that is %s and %s takes part: %s', (kind, status, takesPart) => {
    expect(organization({ kind, status }).takesPart()).toBe(takesPart);
  });

  it('stands in the directory while it consents and has not left', () => {
    expect(organization({}).isPublic()).toBe(true);
    expect(organization({ status: 'suspended' }).isPublic()).toBe(true);
    expect(organization({ status: 'withdrawn' }).isPublic()).toBe(false);
    expect(organization({ listed: false }).isPublic()).toBe(false);
  });

  it.each([
    ['active', 'suspend', 'suspended'],
    ['active', 'reinstate', null],
    ['active', 'withdraw', 'withdrawn'],
    ['suspended', 'suspend', null],
    ['suspended', 'reinstate', 'active'],
    ['suspended', 'withdraw', 'withdrawn'],
    ['withdrawn', 'suspend', null],
    ['withdrawn', 'reinstate', null],
    ['withdrawn', 'withdraw', null],
  ] as const)('that is %s and whom one would %s becomes %s', (status, verb, becomes) => {
    const now = new Date('2026-03-01T12:00:00Z');
    const decided = organization({ status, decidedAt: null });
    if (becomes === null) expect(() => decided[verb]('Motivo', now)).toThrow(OrganizationStatusFixedError);
    else decided[verb]('Motivo', now);
    expect(decided).toMatchObject(
      becomes === null ? { status, decidedAt: null } : { status: becomes, decidedAt: now, decidedReason: 'Motivo' },
    );
  });

  it('of the map alone is neither suspended nor withdrawn', () => {
    for (const verb of ['suspend', 'withdraw'] as const)
      expect(() => organization({ kind: 'actor' })[verb]('Motivo', new Date(0))).toThrow(OrganizationStatusFixedError);
  });

  it('comes in from the map as an active member', () => {
    const named = { name: { original: 'es' as const, es: 'Red Úno' }, acronym: null };
    const noted = {
      shows: null,
      role: { original: 'es' as const, es: 'Nota' },
      sources: [{ title: 'x', url: null }],
      formerNames: [named],
    };
    const actor = organization({ kind: 'actor', listed: false, ...named, ...noted, country: 'CL', website: null });
    const now = new Date('2026-03-01T12:00:00Z');
    actor.admit('member', now);
    expect(actor).toMatchObject({ kind: 'member', status: 'active', category: 'member', categorySince: now, listed: true });
    expect(actor).toMatchObject({ shows: [], role: null, sources: [], formerNames: null, plain: 'red uno' });
  });

  it.each([true, false])('that had left comes back as it stood in the public directory: %s', (listed) => {
    const member = organization({ kind: 'member', status: 'withdrawn', listed, shows: ['country'] });
    member.admit('member', new Date(0));
    expect(member).toMatchObject({ status: 'active', listed, shows: ['country'] });
  });

  it('of the map that was public stays so with what was public of it, in its own words', () => {
    const told = { sector: 'academia', country: 'PE', website: 'https://example.org/' } as const;
    const actor = organization({
      kind: 'actor',
      shows: null,
      country: 'CL',
      region: null,
      website: null,
      sources: [{ title: 'x', url: null }],
    });
    actor.tell(told);
    actor.admit('member', new Date(0));
    expect(actor).toMatchObject({ ...told, shows: ['country'], sources: [{ title: 'x' }] });
  });

  it('shows of what it was asked about what it marked, and of the rest what it showed', () => {
    const member = organization({ kind: 'member', shows: ['country', 'logo', 'links'] });
    member.consent(['country', 'work'], ['work']);
    expect(member.shows).toEqual(['logo', 'links', 'work']);
    member.consent(['country', 'work'], []);
    expect(member.shows).toEqual(['logo', 'links']);
  });

  it('says anew what it does, and shows that no more until it consents to it', () => {
    const shows = ['country', 'work', 'website'] as const;
    const before = { work: { original: 'es', es: 'Antes.' }, country: 'CL', website: null, region: 'north-america' } as const;
    const told = { sector: 'academia', country: 'CL', website: null } as const;
    const silent = organization({ ...before, shows: [...shows] });
    silent.tell(told);
    expect(silent).toMatchObject({ work: before.work, shows: ['country', 'work'], region: 'north-america' });
    const member = organization({ ...before, shows: [...shows] });
    member.tell({ ...told, country: 'PE', work: { original: 'es', es: 'Ahora.' } });
    expect(member).toMatchObject({ work: { es: 'Ahora.' }, country: 'PE', region: null, shows: ['country'] });
  });

  it('says again what it does in one language and keeps it in the others, which are of the same text; of another text they are not', () => {
    const work = { original: 'en', en: 'Day care.', es: 'Cuida de día.' } as const;
    const told = { sector: 'academia', country: 'CL', website: null } as const;
    const member = organization({ work, country: 'CL', shows: ['work'] });
    member.tell({ ...told, work: { original: 'es', es: 'Cuida de día.' } });
    expect([member.work, member.shows]).toEqual([work, ['work']]);
    member.tell({ ...told, work: { original: 'es', es: 'Cuida de noche.' } });
    expect([member.work, member.shows]).toEqual([{ original: 'es', es: 'Cuida de noche.' }, []]);
  });

  it('called otherwise keeps what it was called, once each, and loses what it is called again', () => {
    const called = (es: string, acronym: string | null = null) => ({ name: { original: 'es' as const, es }, acronym });
    const rename = (one: Organization, es: string, acronym: string | null = null) =>
      one.rename({ ...called(es, acronym), nameKey: es.toLowerCase(), plain: es.toLowerCase(), wasCalled: true });
    const one = organization({ ...called('Red Úno', 'R1'), formerNames: null });
    rename(one, 'Red Dos', 'R1');
    expect(one).toMatchObject({ formerNames: [called('Red Úno', 'R1')], plain: 'red dos red uno r1' });
    rename(one, 'Red Tres');
    rename(one, 'Red Dos', 'R1');
    expect(one.formerNames).toEqual([called('Red Tres'), called('Red Úno', 'R1')]);
    rename(one, 'Red Dos', 'R1');
    expect(one.formerNames).toHaveLength(2);
    one.rename({ ...called('Red Dós', 'R1'), nameKey: 'red dos', plain: 'red dos', wasCalled: true });
    expect(one.formerNames).toHaveLength(2);
    one.rename({ ...called('Red Cuatro', 'R1'), nameKey: 'red cuatro', plain: 'red cuatro' });
    expect(one.formerNames).toEqual([called('Red Tres'), called('Red Úno', 'R1')]);
  });
});
