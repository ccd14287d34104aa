import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmMemberImport,
  getMemberImport,
  listMemberImportRows,
  listMemberImports,
  resumeMemberImport,
  type MemberImport,
  type MemberImportRow,
} from '@alianza/contracts/membership/imports/members';
import { getActor, type ActorFile } from '@alianza/contracts/membership/directory/actors';
import { correctMember, getMember, type MemberFile } from '@alianza/contracts/membership/directory/members';
import { getOrganization, listOrganizations, suspendOrganization } from '@alianza/contracts/membership/organizations';
import type { ImportApplication } from '@alianza/platform/imports/steps/import-application.service';
import { ImportJobs } from '@alianza/platform/imports/steps/import-jobs.service';
import type { Within } from '@alianza/platform/imports/steps/import-steps.service';
import { charted } from '@alianza/testing/builders/actors';
import { csvOf } from '@alianza/testing/builders/imports';
import { appliedMemberImport, begunMemberImport, checkedMemberImport } from '@alianza/testing/builders/member-imports';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { ImportsModule } from './imports.module.js';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const heads = 'Clave|Nombre|Name|Siglas|Sector|País|Idiomas|Sitio web|Desde|Acuerdo|En el directorio|Estado'.split('|');
const usual =
  'A-1|Red Ñandú de Cuidados (ficticia)|Ñandú Care Network (fictional)|RÑC|Sociedad civil|Chile|español; English|red-nandu.example.org|27/02/2025|Acuerdo 12|sí|suspended'.split(
    '|',
  );
const row = (over: Readonly<Record<string, string>> = {}): string[] => heads.map((head, place) => over[head] ?? usual[place] ?? '');
const sheet = (...rows: string[][]) => csvOf([heads, ...rows], ';');

const rowsOfImport = async (id: string, at: Setting = setting) =>
  (await world.edge.call<{ items: MemberImportRow[] }>(listMemberImportRows, { id, limit: 100 }, await asSecretariat(at))).items;
const members = async (name: string, at: Setting = setting) =>
  rowsOf<{ id: string; name: string; category: string; listed: boolean; version: number }>(
    'membership',
    `select id, name ->> 'es' as name, category, listed, version from organization where network_id = $1 and name ->> 'es' like $2 order by name_key`,
    [at.network.id, `${name}%`],
  );
const count = async (at: Setting) =>
  (await rowsOf<{ n: number }>('membership', 'select count(*)::int as n from organization where network_id = $1', [at.network.id]))[0]?.n;

const strict = { strict: true } as const;
const inImports = () => world.service('membership').select(ImportsModule);
const jobs = () =>
  inImports().get<ImportJobs, { application: ImportApplication; steps: { check: () => Promise<void> } }>(ImportJobs, strict);

describe('a sheet of members', () => {
  it('changes nothing until it is confirmed; then each row is a member, as the sheet says it', async () => {
    const checked = await checkedMemberImport(setting, { bytes: sheet(row()) });
    expect(checked.columns.map(({ proposed }) => proposed)).toEqual([
      ...['reference', 'name_es', 'name_en', 'acronym', 'sector', 'country', 'languages', 'website'],
      ...['category_since', 'granting_reference', 'listed', null],
    ]);
    expect([checked.counts, await members('Red Ñandú')]).toEqual([{ create: 1, change: 0, same: 0, error: 0 }, []]);
    const done = await appliedMemberImport(setting, checked);
    expect(done.result).toEqual({ created: 1, changed: 0, same: 0, skipped: 0, failed: 0 });
    const [made] = await members('Red Ñandú');
    expect(made).toMatchObject({ category: 'member', listed: true });
    const [period] = await rowsOf('membership', 'select category, since::text, reference from category_period where organization_id = $1', [
      made?.id,
    ]);
    expect(period).toEqual({ category: 'member', since: '2025-02-27', reference: 'Acuerdo 12' });
    const shown = await world.edge.call(getOrganization, { key: made?.id }, { network: setting.network.code });
    expect(shown).toMatchObject({
      name: 'Red Ñandú de Cuidados (ficticia)',
      sector: 'civil-society',
      country: null,
      website: null,
      languages: [],
    });
  });

  it('again changes nothing, and with another value that value alone, also under another name', async () => {
    const before = await count(setting);
    expect((await checkedMemberImport(setting, { bytes: sheet(row()) })).counts).toEqual({ create: 0, change: 0, same: 1, error: 0 });
    const renamed = sheet(row({ Nombre: 'Red Ñandú del Sur (ficticia)', País: 'AR' }));
    const checked = await checkedMemberImport(setting, { bytes: renamed });
    expect((await rowsOfImport(checked.id)).map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ['change', ['name_es', 'country']],
    ]);
    await appliedMemberImport(setting, checked);
    const unkeyed = row({ Clave: '', Nombre: 'RED NANDU DEL SUR (ficticia)', Name: '', País: 'Argentina' });
    const found = await checkedMemberImport(setting, { bytes: sheet(unkeyed), fields: { Nombre: 'name_es', Name: null } });
    expect((await rowsOfImport(found.id)).map(({ outcome, changes }) => [outcome, changes])).toEqual([['change', ['name_es']]]);
    expect([await count(setting), (await members('Red Ñandú del Sur')).length]).toEqual([before, 1]);
  });

  it('without a key is known by the name that was put right since, a keyed row by that of whom no sheet keys', async () => {
    const network = await openSetting(world);
    const slip = row({ Clave: '', Nombre: 'Red sin Calve (ficticia)', Name: '' });
    const outcomes = async (...rows: string[][]) => {
      const checked = await checkedMemberImport(network, { bytes: sheet(...rows) });
      return [checked, ...(await rowsOfImport(checked.id, network)).map(({ outcome, changes }) => [outcome, ...changes])] as const;
    };
    await appliedMemberImport(network, (await outcomes(slip))[0]);
    const [made] = await members('Red sin', network);
    const secretariat = await asSecretariat(network);
    const it = await world.edge.call<MemberFile>(getMember, { id: made?.id }, secretariat);
    const facts = Object.fromEntries(
      Object.keys(correctMember.input.shape).flatMap((key) => (key in it ? [[key, it[key as 'sector']]] : [])),
    );
    const about = { ...facts, name: { ...it.called, es: 'Red sin Clave (ficticia)' }, reason: 'Estaba mal escrito.' };
    await world.edge.call(correctMember, about, { ...secretariat, version: it.version });
    expect((await outcomes(slip))[1]).toEqual(['same']);
    const [first, ...known] = await outcomes(row({ Clave: 'K-1', Nombre: 'RED SIN CALVE (ficticia)', Name: '', Siglas: 'RSC' }));
    expect(known).toEqual([['change', 'acronym']]);
    await appliedMemberImport(network, first);
    const shown = await world.edge.call(getOrganization, { key: made?.id }, { network: network.network.code });
    expect(shown).toMatchObject({ name: 'Red sin Clave (ficticia)', acronym: 'RSC', formerNames: [] });
    await appliedMemberImport(network, (await outcomes(row({ Clave: 'K-1', Nombre: 'Red con Clave (ficticia)', Name: '' })))[0]);
    const [second, ...other] = await outcomes(row({ Clave: 'K-2', Nombre: 'Red sin Calve (ficticia)', Name: '' }));
    expect(other).toEqual([['create']]);
    expect((await appliedMemberImport(network, second)).result).toMatchObject({ created: 1 });
    const renamed = { Name: '', Siglas: 'OTRA' };
    await appliedMemberImport(network, (await outcomes(row({ ...renamed, Clave: 'K-2', Nombre: 'Red otra (ficticia)' })))[0]);
    const [, last] = await outcomes(row({ ...renamed, Clave: '', Nombre: 'Red sin Calve (ficticia)' }));
    expect(last).toEqual(['same']); // whoever bore the name last
  }, 60_000);

  it('admits an actor of the map by its name, and nothing that was only noted of it is public', async () => {
    const actor = await charted(setting);
    const { version } = await world.edge.call<ActorFile>(getActor, { id: actor.id }, await asSecretariat(setting));
    await appliedMemberImport(
      setting,
      await checkedMemberImport(setting, { bytes: sheet(row({ Clave: 'M-1', Nombre: actor.title, Name: '' })) }),
    );
    const now = await world.edge.call<ActorFile>(getActor, { id: actor.id }, await asSecretariat(setting));
    expect(now).toMatchObject({ state: 'member', contact: null, sources: actor.sources });
    expect([now.history[0]?.state, now.version]).toEqual(['member', version + 1]);
    const shown = await world.edge.call(getOrganization, { key: actor.slug }, { network: setting.network.code });
    expect(shown).toMatchObject({ kind: 'member', country: null, website: null, role: null, sources: [], formerNames: [] });
  });

  it('says of each row what is wrong; corrected and repeated, it doubles nothing', async () => {
    const other = await openSetting(world);
    const good = row({ Clave: 'B-1', Nombre: 'Casa del Relevo (ficticia)', Name: '' });
    const two = { Clave: 'B-2', Nombre: 'Mesa Dos (ficticia)', Name: '' };
    const wrong = [
      row({ ...two, País: 'Atlántida', Sector: 'pirata', 'En el directorio': 'quizá', Desde: '31/02/2025' }),
      row({ Clave: 'B-3', Nombre: '', Name: '', 'Sitio web': 'no es un sitio' }),
      row({ Clave: 'B-1', Nombre: 'Otra Casa (ficticia)', Name: '' }),
    ];
    const checked = await checkedMemberImport(other, {
      bytes: sheet(good, ...wrong),
      category: null,
      fields: { Acuerdo: null, Estado: 'category' },
    });
    expect(checked.counts).toMatchObject({ create: 0, error: 4 });
    const first = await checkedMemberImport(other, { bytes: sheet(good, ...wrong) });
    expect(first.counts).toEqual({ create: 1, change: 0, same: 0, error: 3 });
    const told = (await rowsOfImport(first.id, other)).filter(({ outcome }) => outcome === 'error');
    expect(told.map(({ problems }) => problems.map(({ column }) => column))).toEqual([
      ['Desde', 'Sector', 'País', 'En el directorio'],
      ['Sitio web', 'Nombre'],
      [null],
    ]);
    expect(told.flatMap(({ problems }) => problems.map(({ text }) => text))).toEqual([
      expect.stringContaining('«31/02/2025» no es una fecha'),
      expect.stringContaining('«pirata» no es un valor de «Sector». Se admiten:'),
      expect.stringContaining('No se reconoce «Atlántida» en «País de su sede»'),
      expect.stringContaining('«quizá» no es ni sí ni no'),
      expect.stringContaining('«no es un sitio» no es una dirección web'),
      expect.stringContaining('Falta «Nombre en español»'),
      expect.stringContaining('La fila 2 es de la misma organización'),
    ]);
    const report = `${world.origin}/api/v1/${other.network.code}/member-imports/${first.id}/report?lang=en`;
    const ticket = (await world.edge.fetch<{ url: string }>(report, 'POST', '{}', await asSecretariat(other))).body;
    const csv = await (await fetch(world.origin + ticket.url)).text();
    expect(csv.split('\r\n')[0]).toBe('Row,Organisation,Column,Value,What to correct');
    expect(csv.split('\r\n')).toHaveLength(9);
    await appliedMemberImport(other, first);
    const mended = [row(two), row({ Clave: 'B-3', Nombre: 'Mesa Tres (ficticia)', Name: '' })];
    const second = await checkedMemberImport(other, { bytes: sheet(good, ...mended) });
    expect(second.counts).toEqual({ create: 2, change: 0, same: 1, error: 0 });
    await appliedMemberImport(other, second);
    expect((await checkedMemberImport(other, { bytes: sheet(good, ...mended) })).counts).toMatchObject({ same: 3 });
    expect(await count(other)).toBe(5);
  }, 60_000);

  it('leaves a category that is held, what somebody is called already, and who left, as they are', async () => {
    const network = await openSetting(world);
    const bytes = sheet(row(), row({ Clave: 'A-2', Nombre: 'Colectivo Vecino (ficticia)', Name: '' }));
    await appliedMemberImport(network, await checkedMemberImport(network, { bytes }));
    const reasons = async (rows: string[][], fields = {}) => {
      const { id } = await checkedMemberImport(network, { bytes: sheet(...rows), fields });
      return (await rowsOfImport(id, network)).flatMap(({ problems }) => problems.map(({ text }) => text));
    };
    expect(await reasons([row({ Estado: 'guest' })], { Estado: 'category' })).toEqual([
      expect.stringMatching(/ya tiene otra categoría|no es un valor/),
    ]);
    const taken = row({ Clave: 'A-2', Nombre: 'Red Nandú de cuidados (ficticia)', Name: '' });
    expect(await reasons([taken])).toEqual([expect.stringContaining('ya se llama así')]);
    const since = (Desde: string, Clave: string) => row({ Clave, Nombre: `Red ${Clave} (ficticia)`, Name: '', Desde });
    expect(await reasons([since('01/01/2999', 'A-3'), since('0000-01-01', 'A-4')])).toEqual([
      expect.stringContaining('«01/01/2999» está en el futuro'),
      expect.stringContaining('«0000-01-01» no es una fecha'),
    ]);
    await rowsOf('membership', `update organization set listed = false where network_id = $1 and name ->> 'es' like 'Red Ñandú%'`, [
      network.network.id,
    ]);
    const again = await checkedMemberImport(network, { bytes: sheet(row({ País: 'UY' })) });
    expect((await rowsOfImport(again.id, network)).map(({ changes, problems }) => [changes, problems.map(({ text }) => text)])).toEqual([
      [['country'], [expect.stringContaining('no está en el directorio público y así queda')]],
    ]);
    expect((await appliedMemberImport(network, again)).result).toMatchObject({ changed: 1 });
    expect(await members('Red Ñandú', network)).toMatchObject([{ listed: false }]);
  });
});

describe('what was checked', () => {
  const confirm = async ({ id, digest }: Pick<MemberImport, 'id' | 'digest'>, at = setting) =>
    world.edge.send<MemberImport & { code: string }>(confirmMemberImport, { id, digest }, await asSecretariat(at));

  it('is all that can be confirmed, not over members that changed since', async () => {
    const bytes = sheet(row({ Clave: 'C-1', Nombre: 'Red que Cambia (ficticia)', Name: '' }));
    const [mine, theirs] = [await checkedMemberImport(setting, { bytes }), await checkedMemberImport(setting, { bytes })];
    expect((await confirm({ ...mine, digest: 'f'.repeat(64) })).body.code).toBe('import-stale');
    await appliedMemberImport(setting, theirs);
    expect((await confirm(mine)).body.code).toBe('import-stale');
    expect((await confirm(theirs)).body.code).toBe('import-not-open');
    const changed = await checkedMemberImport(setting, {
      bytes: sheet(row({ Clave: 'C-1', Nombre: 'Red que Cambia (ficticia)', Name: '', País: 'UY' })),
    });
    const [known] = await members('Red que Cambia');
    const lead = { ...(await setting.as('secretariat-lead')), version: known?.version };
    await world.edge.call(suspendOrganization, { id: known?.id, reason: 'Dos sesiones sin asistencia.' }, lead);
    expect((await confirm(changed)).body.code).toBe('import-stale');
  });

  it('is not confirmed over a name that somebody else took since; one that is taken after that leaves its row out alone', async () => {
    const network = await openSetting(world);
    const named = (Clave: string, Nombre: string) => row({ Clave, Nombre: `${Nombre} (ficticia)`, Name: '' });
    const before = sheet(named('F-1', 'Red Antes'), named('F-2', 'Casa Antes'));
    await appliedMemberImport(network, await checkedMemberImport(network, { bytes: before }));
    const take = (es: string) => world.people.openOrganization(network.network, { name: { original: 'es', es: `${es} (ficticia)` } });
    const late = await checkedMemberImport(network, { bytes: sheet(named('F-1', 'Red Tardía')) });
    await take('Red Tardía');
    expect((await confirm(late, network)).body.code).toBe('import-stale');
    const checked = await checkedMemberImport(network, { bytes: sheet(named('F-1', 'Red Después'), named('F-2', 'Casa Después')) });
    const { application } = jobs();
    const apply = application.apply.bind(application);
    application.apply = async (of, within) => {
      await take('Red Después');
      return apply(of, within);
    };
    const done = await appliedMemberImport(network, checked).finally(() => (application.apply = apply));
    expect(done).toMatchObject({ status: 'done', result: { changed: 1, skipped: 0, failed: 1 } });
    expect((await rowsOfImport(done.id, network)).map(({ outcome, problems }) => [outcome, problems.map(({ text }) => text)])).toEqual([
      ['error', [expect.stringContaining('ya se llama así')]],
      ['change', []],
    ]);
    expect([(await members('Red Antes', network)).length, (await members('Casa Después', network)).length]).toEqual([1, 1]);
  });

  it('does not hold once a category of the network is gone', async () => {
    const network = await openSetting(world);
    const checked = await checkedMemberImport(network, { bytes: sheet(row()) });
    const without = `update network set content = jsonb_set(content, '{categories,0,ended}', 'true') where id = $1`;
    await rowsOf('membership', without, [network.network.id]);
    expect((await confirm(checked, network)).body.code).toBe('import-stale');
  });

  it('goes on where a process died, and writes each row once, with its progress told', async () => {
    const network = await openSetting(world);
    const rows = Array.from({ length: 300 }, (_none, index) =>
      row({ Clave: `D-${String(index)}`, Nombre: `Red ${String(index)} de muchas (ficticia)`, Name: '' }),
    );
    const checked = await checkedMemberImport(network, { bytes: sheet(...rows) });
    expect(checked.counts).toMatchObject({ create: 300, error: 0 });
    const before = await count(network);
    const { application } = jobs();
    const apply = application.apply.bind(application);
    const seen: (MemberImport['progress'] | undefined)[] = [];
    let transactions = 0;
    const dying =
      (within: Within): Within =>
      async (work) => {
        transactions++;
        if (transactions === 2) throw new Error('the process died');
        if (transactions === 3)
          seen.push((await world.edge.call<MemberImport>(getMemberImport, { id: checked.id }, await asSecretariat(network))).progress);
        return within(work);
      };
    application.apply = (of, within) => apply(of, dying(within));
    const done = await appliedMemberImport(network, checked).finally(() => (application.apply = apply));
    expect([done.result, seen]).toEqual([{ created: 300, changed: 0, same: 0, skipped: 0, failed: 0 }, [{ done: 250, of: 300 }]]);
    expect(await count(network)).toBe(before! + 300);
    const { items } = await world.edge.call<{ items: MemberImport[] }>(listMemberImports, {}, await asSecretariat(network));
    expect(items).toMatchObject([{ id: done.id, status: 'done', result: { created: 300 } }]);
    await eventually(async () => {
      const { total } = await world.edge.call<{ total: number }>(listOrganizations, { q: 'de muchas' }, { network: network.network.code });
      return total === 300;
    });
  }, 60_000);

  const many = Number(process.env.MEMBER_ROWS ?? 600);
  it(`of ${String(many)} rows, each with a titular to invite, takes 20 seconds at most`, async () => {
    const network = await openSetting(world);
    const rows = Array.from({ length: many }, (_none, index) => [
      ...row({ Clave: `E-${String(index)}`, Nombre: `Organización ${String(index)} de la hoja (ficticia)`, Name: '' }),
      `titular-${String(index)}@hoja.example.org`,
    ]);
    const bytes = csvOf([[...heads, 'Correo de la titular'], ...rows], ';');
    const begun = performance.now();
    const done = await appliedMemberImport(network, await checkedMemberImport(network, { bytes }));
    const took = performance.now() - begun;
    process.stdout.write(`a sheet of ${String(many)} members and titulars, read, checked and written: ${took.toFixed(0)} ms\n`);
    expect(done.result).toMatchObject({ created: many });
    expect(took).toBeLessThan(20_000);
    const invited = `select count(*)::int as n from invitation where network_id = $1 and organization_id is not null`;
    expect((await rowsOf<{ n: number }>('membership', invited, [network.network.id]))[0]?.n).toBe(many);
  }, 120_000);
});

describe('what cannot go on', () => {
  const resume = async ({ id }: MemberImport, at: Setting, role: 'secretariat' | 'secretariat-lead' = 'secretariat') =>
    world.edge.send<MemberImport & { code: string }>(resumeMemberImport, { id }, await at.as(role));
  const stopped = async ({ id }: MemberImport, at: Setting) =>
    eventually(async () => {
      const read = await world.edge.call<MemberImport>(getMemberImport, { id }, await asSecretariat(at));
      return !['reading', 'checking', 'applying'].includes(read.status) && read;
    });
  const put = (id: string, over: string) => rowsOf('membership', `update member_import set ${over} where id = $1`, [id]);

  it('tells rows that cannot be written, stops at twenty, and goes on as whoever says so, each row once', async () => {
    const network = await openSetting(world);
    const rows = Array.from({ length: 24 }, (_none, index) =>
      row({ Clave: `G-${String(index)}`, Nombre: `Grupo ${String(index)} que espera (ficticio)`, Name: '' }),
    );
    const checked = await checkedMemberImport(network, { bytes: sheet(...rows) });
    const spoil = `update member_import_row set plan = jsonb_set(plan, '{content,sector}', $3::jsonb) where import_id = $1 and number between 4 and $2::int`;
    await rowsOf('membership', spoil, [checked.id, 23, 'null']);
    const failed = await appliedMemberImport(network, checked);
    expect(failed).toMatchObject({ status: 'failed', failure: expect.stringContaining('Veinte filas'), resumable: true, result: null });
    expect((await members('Grupo', network)).length).toBe(2);
    await rowsOf('membership', spoil, [checked.id, 22, '"academia"']);
    const lead = await network.as('secretariat-lead');
    expect((await resume(failed, network, 'secretariat-lead')).body).toMatchObject({ status: 'applying', confirmedBy: lead.id });
    const done = await stopped(failed, network);
    expect(done).toMatchObject({ status: 'done', failure: null, result: { created: 23, skipped: 0, failed: 1 } });
    expect((await members('Grupo', network)).length).toBe(23);
    const told = (await rowsOfImport(done.id, network)).filter((one) => one.done === 'failed');
    expect(told.map(({ number, problems }) => [number, problems[0]?.text])).toEqual([[23, expect.stringContaining('no se pudo guardar')]]);
    expect((await resume(done, network)).body.code).toBe('import-not-open');
    const subjects = await eventually(async () => {
      const query = `select event ->> 'subject' as subject from outbox where event ->> 'aggregateId' = $1 order by position`;
      const events = (await rowsOf<{ subject: string }>('membership', query, [done.id])).map(({ subject }) => subject.split('.')[3]);
      return events.at(-1) === 'finished' && events;
    });
    expect(subjects).toEqual(['begun', 'confirmed', 'failed', 'resumed', 'finished']);
  }, 60_000);

  it('is told where a file is gone and where nothing helps, and is done once it can be', async () => {
    const network = await openSetting(world);
    const checked = await checkedMemberImport(network, { bytes: sheet(row()) });
    await put(checked.id, `status = 'failed', failure = 'gone', stopped_in = 'reading', staged_key = 'membership/nowhere'`);
    expect((await resume(checked, network)).body.status).toBe('reading');
    expect(await stopped(checked, network)).toMatchObject({ status: 'failed', failure: expect.stringContaining('ya no está') });
    const { steps } = jobs();
    const check = steps.check.bind(steps);
    steps.check = async () => {
      await put(checked.id, 'tries = 7');
      throw new Error('nothing helps');
    };
    await put(checked.id, `stopped_in = 'checking', counts = null`);
    await resume(checked, network);
    const stuck = await stopped(checked, network).finally(() => (steps.check = check));
    expect(stuck).toMatchObject({ status: 'failed', failure: expect.stringContaining('varias veces'), resumable: true });
    await resume(checked, network);
    expect(await stopped(checked, network)).toMatchObject({ status: 'checked', counts: { create: 1 }, failure: null });
  }, 60_000);
});

it('forgets rows after their time and keeps what was done, or begun to be', async () => {
  const done = await appliedMemberImport(setting, await checkedMemberImport(setting));
  const [open, half] = [await begunMemberImport(setting), await checkedMemberImport(setting)];
  const old = `begun_at = now() - interval '91 days'`;
  const halted = `status = 'failed', failure = 'stuck', stopped_in = 'applying', confirmed_at = now(), confirmed_by = begun_by`;
  await rowsOf('membership', `update member_import set ${old} where id in ($1, $2)`, [done.id, open.id]);
  await rowsOf('membership', `update member_import set ${old}, ${halted} where id = $1`, [half.id]);
  await inImports().get(ImportJobs, strict).purge();
  const left = 'select status, (select count(*)::int from member_import_row where import_id = $1) as rows from member_import where id = $1';
  expect(await rowsOf('membership', left, [done.id])).toEqual([{ status: 'done', rows: 0 }]);
  expect(await rowsOf('membership', left, [open.id])).toEqual([]);
  expect(await rowsOf('membership', left, [half.id])).toEqual([{ status: 'failed', rows: 0 }]);
  const again = await world.edge.send<{ code: string }>(resumeMemberImport, { id: half.id }, await asSecretariat(setting));
  expect(again.body.code).toBe('import-not-open');
});
