import { expect, it } from '@jest/globals';
import { countsCsv } from './counts-csv.js';

it('counts are a table that a spreadsheet reads and never runs', () => {
  const rows = [
    { title: 'Turnos, "por horas"', slug: 'turnos', month: '2026-10', views: 12, downloads: 0 },
    { title: '=1+1', slug: 'formula', month: '2026-11', views: 3, downloads: 1 },
  ];
  const csv = countsCsv(
    ['Práctica', 'Dirección', 'Mes', 'Lecturas', 'Descargas'],
    rows,
    (slug) => `https://example.org/agc/practicas/${slug}`,
  );
  expect(csv).toBe(
    '\uFEFFPráctica,Dirección,Mes,Lecturas,Descargas\r\n' +
      '"Turnos, ""por horas""",https://example.org/agc/practicas/turnos,2026-10,12,0\r\n' +
      "'=1+1,https://example.org/agc/practicas/formula,2026-11,3,1\r\n",
  );
});
