import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmMemberImport,
  getMemberImport,
  listMemberImportRows,
  listMemberImports,
  type MemberImport,
  type MemberImportRow,
} from '@alianza/contracts/membership/imports';
import { getOrganization, listOrganizations, suspendOrganization } from '@alianza/contracts/membership/organizations';
import { csvOf } from '@alianza/testing/builders/imports';
import { appliedMemberImport, begunMemberImport, checkedMemberImport } from '@alianza/testing/builders/member-imports';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { ImportJobs } from './steps/imports.jobs.js';
import type { ImportApplication } from './steps/import-application.service.js';
import type { Within } from './steps/import-steps.service.js';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const heads = [
  'Clave',
  'Nombre',
  'Name',
  'Siglas',
  'Sector',
  'País',
  'Idiomas',
  'Sitio web',
  'Desde',
  'Acuerdo',
  'En el directorio',
  'Estado',
];
const row = (over: Partial<Record<(typeof heads)[number], string>> = {}): string[] => {
  const usual: Record<string, string> = {
    Clave: 'A-1',
    Nombre: 'Red Ñandú de Cuidados (ficticia)',
    Name: 'Ñandú Care Network (fictional)',
    Siglas: 'RÑC',
    Sector: 'Sociedad civil',
    País: 'Chile',
    Idiomas: 'español; English',
    'Sitio web': 'red-nandu.example.org',
    Desde: '27/02/2025',
    Acuerdo: 'Acuerdo 12',
    'En el directorio': 'sí',
    Estado: 'suspended',
  };
  return heads.map((head) => over[head] ?? usual[head] ?? '');
};
const sheet = (...rows: string[][]) => csvOf([heads, ...rows], ';');

async function rowsOfImport(id: string, at: Setting = setting): Promise<MemberImportRow[]> {
  const asked = { id, limit: 100 };
  return (await world.edge.call<{ items: MemberImportRow[] }>(listMemberImportRows, asked, await asSecretariat(at))).items;
}
const members = async (name: string, at: Setting = setting) =>
  rowsOf<{ id: string; name: string; category: string; listed: boolean; version: number }>(
    'membership',
    `select id, name ->> 'es' as name, category, listed, version from organization where network_id = $1 and name ->> 'es' like $2 order by name_key`,
    [at.network.id, `${name}%`],
  );
const count = async (at: Setting) =>
  (await rowsOf<{ n: number }>('membership', 'select count(*)::int as n from organization where network_id = $1', [at.network.id]))[0]?.n;

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

  it('says of each row what is wrong; corrected and repeated, it doubles nothing', async () => {
    const other = await openSetting(world);
    const good = row({ Clave: 'B-1', Nombre: 'Casa del Relevo (ficticia)', Name: '' });
    const wrong = [
      row({
        Clave: 'B-2',
        Nombre: 'Mesa Dos (ficticia)',
        Name: '',
        País: 'Atlántida',
        Sector: 'pirata',
        'En el directorio': 'quizá',
        Desde: '31/02/2025',
      }),
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
    const mended = [
      row({ Clave: 'B-2', Nombre: 'Mesa Dos (ficticia)', Name: '' }),
      row({ Clave: 'B-3', Nombre: 'Mesa Tres (ficticia)', Name: '' }),
    ];
    const second = await checkedMemberImport(other, { bytes: sheet(good, ...mended) });
    expect(second.counts).toEqual({ create: 2, change: 0, same: 1, error: 0 });
    await appliedMemberImport(other, second);
    expect((await checkedMemberImport(other, { bytes: sheet(good, ...mended) })).counts).toMatchObject({ same: 3 });
    expect(await count(other)).toBe(5);
  }, 30_000);

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
  const confirm = async ({ id, digest }: Pick<MemberImport, 'id' | 'digest'>) =>
    world.edge.send<MemberImport & { code: string }>(confirmMemberImport, { id, digest }, await asSecretariat(setting));

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

  it('leaves out alone a row whose new name somebody else took since', async () => {
    const network = await openSetting(world);
    const named = (Clave: string, Nombre: string) => row({ Clave, Nombre: `${Nombre} (ficticia)`, Name: '' });
    const before = sheet(named('F-1', 'Red Antes'), named('F-2', 'Casa Antes'));
    await appliedMemberImport(network, await checkedMemberImport(network, { bytes: before }));
    const after = sheet(named('F-1', 'Red Después'), named('F-2', 'Casa Después'));
    const checked = await checkedMemberImport(network, { bytes: after });
    await world.people.openOrganization(network.network, { name: { original: 'es', es: 'Red Después (ficticia)' } });
    const done = await appliedMemberImport(network, checked);
    expect(done).toMatchObject({ status: 'done', result: { changed: 1, skipped: 0, failed: 1 } });
    expect((await rowsOfImport(done.id, network)).map(({ outcome, problems }) => [outcome, problems.map(({ text }) => text)])).toEqual([
      ['error', [expect.stringContaining('ya se llama así')]],
      ['change', []],
    ]);
    expect([(await members('Red Antes', network)).length, (await members('Casa Después', network)).length]).toEqual([1, 1]);
  });

  it('goes on where a process died, and writes each row once, with its progress told', async () => {
    const network = await openSetting(world);
    const rows = Array.from({ length: 300 }, (_none, index) =>
      row({ Clave: `D-${String(index)}`, Nombre: `Red ${String(index)} de muchas (ficticia)`, Name: '' }),
    );
    const checked = await checkedMemberImport(network, { bytes: sheet(...rows) });
    expect(checked.counts).toMatchObject({ create: 300, error: 0 });
    const before = await count(network);
    const { application } = world.service('membership').get<ImportJobs, { application: ImportApplication }>(ImportJobs, { strict: false });
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
    const done = await appliedMemberImport(network, checked);
    application.apply = apply;
    expect([done.result, seen]).toEqual([{ created: 300, changed: 0, same: 0, skipped: 0, failed: 0 }, [{ done: 250, of: 300 }]]);
    expect(await count(network)).toBe(before! + 300);
    const { items } = await world.edge.call<{ items: MemberImport[] }>(listMemberImports, {}, await asSecretariat(network));
    expect(items).toMatchObject([{ id: done.id, status: 'done', result: { created: 300 } }]);
    await eventually(async () => {
      const { total } = await world.edge.call<{ total: number }>(listOrganizations, { q: 'de muchas' }, { network: network.network.code });
      return total === 300;
    });
  }, 60_000);

  it('takes 4 milliseconds for each row at most, once it has begun', async () => {
    const many = Number(process.env.MEMBER_ROWS ?? 600);
    const network = await openSetting(world);
    const rows = Array.from({ length: many }, (_none, index) =>
      row({ Clave: `E-${String(index)}`, Nombre: `Organización ${String(index)} de la hoja (ficticia)`, Name: '' }),
    );
    const begun = performance.now();
    const done = await appliedMemberImport(network, await checkedMemberImport(network, { bytes: sheet(...rows) }));
    const took = performance.now() - begun;
    process.stdout.write(`a sheet of ${String(many)} members, read, checked and written: ${took.toFixed(0)} ms\n`);
    expect(done.result).toMatchObject({ created: many });
    expect(took).toBeLessThan(5000 + many * 4);
  }, 120_000);
});

it('forgets rows after their time and keeps what was done', async () => {
  const done = await appliedMemberImport(setting, await checkedMemberImport(setting));
  const open = await begunMemberImport(setting);
  await rowsOf('membership', `update member_import set begun_at = now() - interval '91 days' where id in ($1, $2)`, [done.id, open.id]);
  await world.service('membership').get(ImportJobs, { strict: false }).purge();
  const left = 'select status, (select count(*)::int from member_import_row where import_id = $1) as rows from member_import where id = $1';
  expect([await rowsOf('membership', left, [done.id]), await rowsOf('membership', left, [open.id])]).toEqual([
    [{ status: 'done', rows: 0 }],
    [],
  ]);
});
