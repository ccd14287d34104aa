import { expect, it } from '@jest/globals';
import { attachment } from './content-disposition.js';

it('names the file for every client', () => {
  expect(attachment('carta.pdf')).toBe(`attachment; filename="carta.pdf"; filename*=UTF-8''carta.pdf`);
  expect(attachment('Carta de interés.pdf')).toBe(
    `attachment; filename="Carta de interes.pdf"; filename*=UTF-8''Carta%20de%20inter%C3%A9s.pdf`,
  );
});

it('lets no name add a header or a parameter', () => {
  const odd = attachment(`a"; x="\r\nSet-Cookie: b=c\\ (1)*'%41.pdf`);
  expect(odd).not.toMatch(/[\r\n]/);
  expect(odd).toMatch(/^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
  expect(attachment('\uD800.pdf')).toContain('%EF%BF%BD.pdf');
});
