import { describe, expect, it } from '@jest/globals';
import { actorImportFields, type ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import { separator } from '@alianza/platform/sheets/csv';
import { textIn } from '@alianza/texts/server';
import { Actor } from '../../../actors/actor.entity.js';
import { sourceText } from '../../../actors/reading/actor-export.js';
import { Organization } from '../../../organizations/organization.entity.js';
import type { KnownActors } from './known-actors.js';
import { plan, take } from './plan-rows.js';
import { proposeActorFields } from './propose.js';

type Source = Actor['sources'][number];
type Said = Partial<Record<ActorImportField, string>>;

const at = new Date(Date.UTC(2026, 1, 27));
const id = (last: number) => `01890000-0000-7000-8000-00000000000${String(last)}`;
const usual: Said = { name_es: 'Observatorio del Tiempo (ficticio)', sector: 'academia', website: 'tiempo.example.org' };

/** An organisation of the map, or a member, as they are known to a check. */
function someone(over: Partial<Organization> = {}, acting: Partial<Actor> = {}): [Organization, Actor] {
  const about = { name: { original: 'es', es: usual.name_es }, acronym: null, sector: 'academia', country: null, region: null, role: null };
  const standing = { kind: 'actor', status: 'active', listed: false, website: 'https://www.tiempo.example.org/quienes', version: 1 };
  const organization = Object.assign(Object.create(Organization.prototype) as Organization, { id: id(1), ...about, ...standing, ...over });
  const kept = { id: id(2), organizationId: organization.id, state: 'identified', initiatives: [], sources: [], contact: null, version: 4 };
  return [organization, Object.assign(Object.create(Actor.prototype) as Actor, { ...kept, ...acting })];
}

function knownBy(by: Readonly<Record<string, [Organization, Actor]>>, more: Partial<KnownActors> = {}): KnownActors {
  const all = Object.entries(by);
  const of = (kept: (key: string) => boolean) =>
    all.filter(([key]) => kept(key)).map(([key, [organization]]) => [key, organization] as const);
  const sites = of((key) => key.startsWith('site:')).map(([key, organization]) => [key.slice(5), organization] as const);
  return {
    organizations: new Map(of((key) => !key.startsWith('site:'))),
    bySite: new Map(sites),
    ...{ sharedSites: new Set<string>(), keyed: new Set<string>() },
    actors: new Map(all.map(([, [organization, actor]]) => [organization.id, actor])),
    ...more,
  };
}
const nobody = knownBy({});

/** Rows of one sheet, one below the other. */
function planned(known: KnownActors, ...rows: Said[]) {
  const fields = actorImportFields.filter((field) => rows.some((row) => field in row));
  const checking = { mapping: { fields }, around: { language: 'es' as const }, seen: new Map<string, number>() };
  return rows.map((row, place) => {
    const cells = fields.map((field) => row[field] ?? '');
    return plan(take({ number: place + 2, cells }, checking.mapping), checking, known);
  });
}
const one = (known: KnownActors, row: Said) => {
  const [made] = planned(known, row);
  if (!made) throw new Error('nothing was planned');
  return { ...made, why: made.problems.map(({ reason }) => reason) };
};
const named = (name: string) => `name:${name.toLowerCase()}`;

describe('a row of a sheet of actors', () => {
  it('knows its columns by their own names and by what the map calls them when it is taken as a file', () => {
    expect(proposeActorFields(actorImportFields)).toEqual([...actorImportFields]);
    for (const lang of ['es', 'en'] as const) {
      const labels = actorImportFields.map((field) => textIn(lang)(`actorImports.field.${field}`));
      expect(proposeActorFields(labels)).toEqual([...actorImportFields]);
    }
    const exported = [
      'name',
      'acronym',
      'sector',
      'country',
      'region',
      'website',
      'role',
      'state',
      'since',
      'initiatives',
      'sources',
      'shown',
    ];
    const fields = ['acronym', 'sector', 'country', 'region', 'website'];
    for (const [lang, name, role] of [
      ['es', 'name_es', 'role_es'],
      ['en', 'name_en', 'role_en'],
    ] as const) {
      const heads = exported.map((column) => textIn(lang)(`actors.column.${column}`));
      const [first, ...rest] = proposeActorFields(heads);
      expect([['name_es', 'name_en'].includes(first ?? ''), rest]).toEqual([
        true,
        [...fields, role, null, null, 'initiatives', 'sources', 'shown'],
      ]);
      expect(first).toBe(name);
    }
  });

  it('is of whom its key names, else its name, else its web domain, where that is of one alone', () => {
    const [mine, other] = [someone(), someone({ id: id(3), name: { original: 'es', es: 'Otra (ficticia)' } }, { id: id(4) })];
    const target = (known: KnownActors, row: Said) => one(known, row).target?.id ?? null;
    const byAll = knownBy({ 'ref:7': other, [named(usual.name_es ?? '')]: mine, 'site:tiempo.example.org': mine });
    expect(target(byAll, { ...usual, reference: '7', name_es: 'Otra (ficticia)' })).toBe(id(4));
    expect(target(byAll, usual)).toBe(id(2));
    const bySite = { 'site:tiempo.example.org': mine };
    const renamed = one(knownBy(bySite), {
      ...usual,
      name_es: 'Observatorio, A. C. (ficticio)',
      website: 'https://tiempo.example.org/otra',
    });
    expect([renamed.target?.id, renamed.outcome, renamed.changes]).toEqual([id(2), 'change', ['name_es', 'website']]);
    const another = { ...usual, name_es: 'Instituto (ficticio)' };
    const shared = one(knownBy({}, { sharedSites: new Set(['tiempo.example.org']) }), another);
    expect([shared.outcome, shared.identities]).toEqual(['create', [named('instituto (ficticio)')]]);
    expect(target(knownBy(bySite, { keyed: new Set([id(1)]) }), { ...another, reference: '9' })).toBeNull();
    const ofItsOwn = one(knownBy(bySite), { ...another, reference: '9' });
    expect([ofItsOwn.outcome, ofItsOwn.target]).toEqual(['create', null]);
  });

  it('of a web domain that came before is the same one, unless each has a key of its own', () => {
    const rows = [usual, { ...usual, name_es: 'Instituto (ficticio)' }];
    expect(planned(nobody, ...rows).map(({ problems }) => problems.map(({ reason, params }) => [reason, params.row]))).toEqual([
      [],
      [['repeated-row', 2]],
    ]);
    const keyed = rows.map((row, place) => ({ ...row, reference: String(place) }));
    expect(planned(nobody, ...keyed).map(({ outcome }) => outcome)).toEqual(['create', 'create']);
    expect(
      planned(
        knownBy({ 'site:tiempo.example.org': someone() }),
        ...keyed.map((row) => ({ ...row, name_es: `${row.name_es ?? ''} dos` })),
      ).map(({ outcome }) => outcome),
    ).toEqual(['create', 'create']);
  });

  it('is refused in words where its organisation is a member by now, was one, or was recognised as one', () => {
    const why = (over: Partial<Organization>, acting: Partial<Actor> = {}, by = 'site:tiempo.example.org') =>
      one(knownBy({ [by]: someone(over, acting) }), { ...usual, name_es: 'Otra vez (ficticia)' });
    const member = why({ kind: 'member' });
    expect([member.outcome, member.why, member.problems[0]?.params]).toEqual(['error', ['is-member'], { name: usual.name_es }]);
    expect(why({ kind: 'member', status: 'withdrawn' }).why).toEqual(['left']);
    expect(why({}, { state: 'member' }).why).toEqual(['is-member']);
  });
});

describe('what a row says', () => {
  const sources = [{ title: 'Directorio 2023', url: 'https://fuente.example.org/a', tells: ['name' as const] }];
  const initiatives = [{ title: 'Encuesta (piloto)', year: 2024, url: null, source: 'Informe' }];

  it('keeps of initiatives and sources what a cell cannot tell', () => {
    const known = knownBy({ [named(usual.name_es ?? '')]: someone({}, { initiatives, sources }) });
    const same = { ...usual, website: 'https://www.tiempo.example.org/quienes' };
    expect(
      one(known, { ...same, initiatives: 'Encuesta (piloto)', sources: 'Directorio 2023 (https://fuente.example.org/a)' }),
    ).toMatchObject({
      outcome: 'same',
      changes: [],
    });
    const more = one(known, {
      ...same,
      initiatives: 'encuesta (PILOTO) | Ley de cuidados (2021) https://ley.example.org/x',
      sources: 'https://otra.example.org/y',
    });
    expect(more.content).toMatchObject({
      initiatives: [initiatives[0], { title: 'Ley de cuidados', year: 2021, url: 'https://ley.example.org/x', source: null }],
      sources: [{ title: 'otra.example.org', url: 'https://otra.example.org/y', tells: [] }],
    });
    expect(more.changes).toEqual(['initiatives', 'sources']);
  });

  it('reads back what the map writes, and addresses with brackets of their own', () => {
    const url = 'https://es.wikipedia.org/wiki/Cuidado_(salud)';
    const written = [
      { title: 'Cuidado', url, tells: [] },
      { title: 'Redes, A. C.', url: 'https://redes.example.org/', tells: ['name' as const] },
      { title: 'Cuidado', url: 'https://otra.example.org/x.', tells: ['role' as const] },
      { title: 'Ley; y su reglamento (https://ley.example.org)', url: null, tells: [] },
    ];
    const backOf = (said: readonly Source[]) => {
      const known = knownBy({ [named(usual.name_es ?? '')]: someone({}, { sources: [...said] }) });
      return one(known, { ...usual, website: 'https://www.tiempo.example.org/quienes', sources: said.map(sourceText).join(separator) });
    };
    for (const said of [written, ...written.map((source) => [source])])
      expect(backOf(said)).toMatchObject({ outcome: 'same', changes: [] });
    const read = (sources: string) => one(nobody, { ...usual, sources }).content?.sources.map((source) => [source.title, source.url]);
    expect(read(`Redes, A. C. (${url}) | Cuidado: ${url}. | (véase ${url}) | ${url}`)).toEqual([
      ['Redes, A. C.', url],
      ['Cuidado', url],
      ['(véase )', url],
      ['es.wikipedia.org', url],
    ]);
  });

  it('is shown with a source alone, and has a region of its own only where it is another than that of the country', () => {
    expect(one(nobody, { ...usual, shown: 'sí' }).why).toEqual(['source-missing']);
    expect(one(nobody, { ...usual, shown: 'sí', sources: 'Directorio' }).outcome).toBe('create');
    const placed = (region: string) => one(nobody, { ...usual, country: 'Chile', region }).content?.region;
    expect([placed('América Latina y el Caribe'), placed('global')]).toEqual([null, 'global']);
  });

  it('names somebody to write to by an address alone, and nobody who asked for silence', () => {
    const contact = { contact_email: 'direccion@tiempo.example.org', contact_office: 'Dirección' };
    expect(one(nobody, { ...usual, ...contact }).content?.contact).toEqual({
      email: contact.contact_email,
      name: null,
      office: 'Dirección',
      language: 'es',
    });
    expect(one(nobody, { ...usual, ...contact, contact_language: 'inglés' }).content?.contact?.language).toBe('en');
    const without = one(nobody, { ...usual, ...contact, contact_email: '' });
    expect([without.outcome, without.content?.contact, without.why]).toEqual(['create', null, ['contact-without-email']]);
    expect([
      one(nobody, { ...usual, contact_email: 'sin arroba' }).why,
      one(nobody, { ...usual, contact_language: 'francés' }).why,
    ]).toEqual([['not-email'], ['unknown-value']]);
    const silent = knownBy({ [named(usual.name_es ?? '')]: someone({ website: 'https://tiempo.example.org' }, { stoppedAt: at }) });
    expect(one(silent, { ...usual, ...contact })).toMatchObject({ outcome: 'same', why: ['stays-silent'] });
  });
});
