import { expect, it } from '@jest/globals';
import { safeName } from './file-names.js';

it('keeps what people wrote and drops what could mislead', () => {
  const names = [
    'Carta de interés.pdf',
    'CARTA.PDF',
    '../../etc/passwd',
    'C:\\cartas\\carta.pdf',
    '.oculto.pdf',
    'a\r\nb\u202Efdp.exe',
    '  ',
    '',
  ];
  expect(names.map((name) => safeName(name, 'pdf'))).toEqual([
    'Carta de interés.pdf',
    'CARTA.pdf',
    'passwd.pdf',
    'carta.pdf',
    'oculto.pdf',
    'abfdp.exe.pdf',
    'archivo.pdf',
    'archivo.pdf',
  ]);
});

it('is no longer than a file system bears, and still ends as its type does', () => {
  const name = safeName(`${'ñ'.repeat(300)}.docx`, 'docx');
  expect([...name]).toHaveLength(120);
  expect(name.endsWith('.docx')).toBe(true);
});
