import { exportShape } from './export-shape.mjs';
import { tryRule } from '../rule-tester.js';

const inFile = (filename: string, code = 'export const one = 1;') => ({ filename: `/somewhere/${filename}`, code });
const wrong = (messageId: string, filename: string, code?: string) => ({ ...inFile(filename, code), errors: [{ messageId }] });

tryRule('export-shape', exportShape, {
  valid: [
    inFile('practices.service.ts'),
    inFile('practice-page.tsx'),
    inFile('practices.int.spec.ts'),
    inFile('base-table.ts'),
    inFile('routes.d.ts'),
    inFile('0001-tables.ts'),
    inFile('access.ts', "export { one } from './one.js'; export const two = 2;"),
    inFile('main.ts', ''),
  ],
  invalid: [
    wrong('default', 'practices.ts', 'export default class {}'),
    wrong('default', 'practices.ts', 'const one = 1; export { one as default };'),
    wrong('star', 'practices.ts', "export * from './one.js'; export const two = 2;"),
    wrong('barrel', 'practices.ts', "export { one } from './one.js';"),
    wrong('kebab', 'PracticePage.tsx'),
    wrong('kebab', 'practice_page.ts'),
    wrong('empty', 'index.ts'),
    wrong('empty', 'practices.helpers.ts'),
    wrong('empty', 'date-utils.ts'),
    wrong('empty', 'v2.ts'),
  ],
});
