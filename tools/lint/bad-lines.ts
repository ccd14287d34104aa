/** A piece of code that a rule must refuse. `case` in the file's name is one of its own; where a rule looks at the place, another is named. */
export interface BadLine {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

const service = 'services/audit/src/case.ts';
const page = 'web/src/shared/page/case.tsx';
const platform = 'packages/platform/src/case.ts';
const contracts = 'packages/contracts/src/case.ts';
const lines = (count: number) => 'one();\n'.repeat(count);
const inFunction = (count: number) => `export function many() {\n${lines(count)}}\n`;

const each = (file: string, group: string, codes: Record<string, string | string[]>): BadLine[] =>
  Object.entries(codes).flatMap(([rule, code]) => [code].flat().map((one) => ({ rule: `${group}${rule}`, file, code: one })));

const typed = each(service, 'typescript/', {
  'await-thenable': 'export const f = async () => { await 1; };',
  'ban-ts-comment': ['// @ts-ignore\nexport const a = 1;', '// @ts-expect-error short\nexport const a: string = 1;'],
  'no-array-delete': 'const a = [1];\ndelete a[0];',
  'no-base-to-string': 'export const s = String({});',
  'no-deprecated': '/** @deprecated */\nconst old = () => 1;\nold();',
  'no-duplicate-enum-values': "export enum E { A = 'a', B = 'a' }",
  'no-duplicate-type-constituents': "export type T = 'a' | 'a';",
  'no-dynamic-delete': "const o: Record<string, number> = {};\nconst key = 'a'.trim();\ndelete o[key];",
  'no-empty-object-type': 'export type T = {};',
  'no-explicit-any': 'export const x: any = 1;',
  'no-extra-non-null-assertion': 'export const f = (a?: { b: string }) => a!!.b;',
  'no-extraneous-class': 'export class Empty { static a = 1; }',
  'no-floating-promises': 'Promise.resolve(1);',
  'no-for-in-array': 'for (const i in [1]) String(i);',
  'no-generated-empty-object-type': 'export const f = (a: Omit<{ b: 1 }, "b">) => a;',
  'no-implied-eval': "setTimeout('one()', 1);",
  'no-invalid-void-type': 'export type T = string | void;',
  'no-meaningless-void-operator': '(() => { void (() => undefined)(); })();',
  'no-misused-new': 'export interface T { new (): T; }',
  'no-misused-promises': ['[1].forEach(async () => Promise.resolve());', 'if (Promise.resolve(true)) String(1);'],
  'no-misused-spread': 'export const o = { ...[1] };',
  'no-mixed-enums': "export enum E { A = 1, B = 'b' }",
  'no-namespace': 'export namespace N { export const a = 1; }',
  'no-non-null-asserted-nullish-coalescing': 'export const f = (a: { b?: string }) => a.b! ?? "b";',
  'no-non-null-asserted-optional-chain': 'export const f = (a?: { b?: string }) => a?.b!;',
  'no-non-null-assertion': 'export const f = (a?: string) => a!.length;',
  'no-redundant-type-constituents': 'export type T = unknown | string;',
  'no-require-imports': "import fs = require('node:fs');\nexport const f = fs;",
  'no-this-alias': 'export function f(this: object) { const self = this; return self; }',
  'no-unnecessary-boolean-literal-compare': 'export const f = (a: boolean) => a === true;',
  'no-unnecessary-template-expression': 'export const f = (a: string) => `${a}`;',
  'no-unnecessary-type-arguments': 'function one<T = number>() { return [] as T[]; }\none<number>();',
  'no-unnecessary-type-assertion': 'export const f = (a: string) => a as string;',
  'no-unnecessary-type-constraint': 'export const f = <T extends unknown>(a: T) => a;',
  'no-unnecessary-type-conversion': 'export const f = (a: string) => String(a);',
  'no-unsafe-argument': "const f = (a: string) => a;\nf(JSON.parse('1'));",
  'no-unsafe-assignment': "export const a = JSON.parse('1');",
  'no-unsafe-call': "JSON.parse('1')();",
  'no-unsafe-declaration-merging': 'export interface A { a: 1 }\nexport class A {}',
  'no-unsafe-enum-comparison': 'enum E { A = 1 }\nexport const f = (e: E) => e === 1;',
  'no-unsafe-function-type': 'export type T = Function;',
  'no-unsafe-member-access': "JSON.parse('1').a;",
  'no-unsafe-return': "export const f = () => JSON.parse('1');",
  'no-unsafe-unary-minus': 'export const f = (a: string) => -a;',
  'no-useless-default-assignment': 'export const f = ({ a = 1 }: { a: number }) => a;',
  'no-wrapper-object-types': 'export type T = String;',
  'only-throw-error': "export const f = () => { throw 'a'; };",
  'prefer-as-const': "export const a = 'b' as 'b';",
  'prefer-literal-enum-member': "const b = 'b';\nexport enum E { A = b }",
  'prefer-namespace-keyword': 'declare module N { const a: number; }',
  'prefer-promise-reject-errors': "export const f = () => Promise.reject('a');",
  'prefer-reduce-type-parameter': 'export const f = (a: number[]) => a.reduce((all, one) => [...all, one], [] as number[]);',
  'prefer-return-this-type': 'export class A { one(): A { return this; } }',
  'related-getter-setter-pairs': 'export class A { get a(): string { return ""; } set a(b: number) { String(b); } }',
  'restrict-plus-operands': "export const f = (a: number) => a + 'b';",
  'restrict-template-expressions': 'export const f = (a: object) => `${a}!`;',
  'return-await': 'export async function f() { try { return Promise.resolve(1); } catch { return 2; } }',
  'switch-exhaustiveness-check': "export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };",
  'triple-slash-reference': '/// <reference path="./main.ts" />\nexport const a = 1;',
  'unbound-method': 'class A { one() { return this; } }\nexport const f = new A().one;',
  'unified-signatures':
    'export function f(a: string): void;\nexport function f(a: number): void;\nexport function f(a: string | number) { String(a); }',
  'use-unknown-in-catch-callback-variable': 'Promise.resolve().catch((error) => error);',
});

const plain = each(service, '', {
  eqeqeq: 'export const f = (a: number) => a == 1;',
  'max-lines': lines(301),
  'max-lines-per-function': [inFunction(50), `(() => {\n${lines(50)}})();`],
  'no-array-constructor': 'export const a = new Array(1, 2);',
  'no-async-promise-executor': 'export const p = new Promise(async (resolve) => { resolve(await 1); });',
  'no-cond-assign': 'let a = 1;\nif (a = 2) String(a);',
  'no-console': "console.log('a');",
  'no-constant-binary-expression': "export const a = {} ?? 'b';",
  'no-constant-condition': ['if (1) String(1);', 'for (; true; ) String(1);'],
  'no-debugger': 'debugger;',
  'no-empty': ['if (globalThis) {}', 'try { one(); } catch {}'],
  'no-eval': ["eval('1');", "(0, eval)('1');"],
  'no-misleading-character-class': 'export const r = /[👍🏽]/;',
  'no-new-func': "export const f = new Function('return 1');",
  'no-self-compare': 'export const f = (a: number) => a === a;',
  'no-template-curly-in-string': "export const s = '${a}';",
  'no-unsafe-finally': 'export function f() { try { return 1; } finally { return 2; } }',
  'no-unused-expressions': ['const a = [1];\na.length;', 'a && a();', 'a ? b() : c();'],
  'no-unused-vars': [
    'const a = 1;',
    'export const f = (a: number, b: number) => a;',
    "import { a } from './main.js';",
    'try { one(); } catch (error) { two(); }',
  ],
  'no-useless-constructor': 'export class A { a = 1; constructor() {} }',
  'no-useless-escape': "export const s = '\\d';",
  'no-var': 'export var a = 1;',
  'prefer-const': ['let a = 1;\nexport const b = a;', 'let [a, b] = [1, 2];\nb += a;'],
  'prefer-rest-params': 'export function f() { return arguments; }',
  'prefer-spread': 'export const f = (a: number[]) => Math.max.apply(Math, a);',
});
const scripts = each('infra/local/case.mjs', '', { 'no-undef': 'export const a = unheardOf;', 'no-unused-vars': 'const a = 1;' });

const accessibility = each(page, 'jsx-a11y/', {
  'alt-text': 'export const A = () => <img src="a.png" />;',
  'anchor-has-content': 'export const A = () => <a href="/a" />;',
  'anchor-is-valid': 'export const A = () => <a href="#">{String(1)}</a>;',
  'aria-activedescendant-has-tabindex': 'export const A = () => <div aria-activedescendant="a" />;',
  'aria-props': 'export const A = () => <p {...{}} aria-labeledby="a" />;',
  'aria-proptypes': 'export const A = () => <p aria-hidden="yes" />;',
  'aria-role': 'export const A = () => <p role="datepicker" />;',
  'aria-unsupported-elements': 'export const A = () => <meta aria-hidden="true" />;',
  'autocomplete-valid': 'export const A = () => <input type="text" autoComplete="foo" />;',
  'click-events-have-key-events': 'export const A = () => <div onClick={() => undefined} />;',
  'heading-has-content': 'export const A = () => <h1 />;',
  'html-has-lang': 'export const A = () => <html />;',
  'iframe-has-title': 'export const A = () => <iframe src="/a" />;',
  'img-redundant-alt': 'export const A = () => <img src="a.png" alt="photo of a" />;',
  'interactive-supports-focus': 'export const A = () => <div role="button" onClick={() => undefined} onKeyDown={() => undefined} />;',
  'label-has-associated-control': 'export const A = () => <label>·</label>;',
  'media-has-caption': 'export const A = () => <video src="a.webm" />;',
  'mouse-events-have-key-events': 'export const A = () => <p onMouseOver={() => undefined} />;',
  'no-access-key': 'export const A = () => <button accessKey="h" />;',
  'no-autofocus': 'export const A = () => <input autoFocus />;',
  'no-distracting-elements': 'export const A = () => <marquee />;',
  'no-interactive-element-to-noninteractive-role': 'export const A = () => <button role="article" />;',
  'no-noninteractive-element-interactions': 'export const A = () => <li onClick={() => undefined} onKeyDown={() => undefined} />;',
  'no-noninteractive-element-to-interactive-role': 'export const A = () => <h1 role="button">{String(1)}</h1>;',
  'no-noninteractive-tabindex': 'export const A = () => <article tabIndex={0} />;',
  'no-redundant-roles': 'export const A = () => <button role="button" />;',
  'no-static-element-interactions': 'export const A = () => <div onClick={() => undefined} onKeyDown={() => undefined} />;',
  'role-has-required-aria-props': 'export const A = () => <span role="checkbox" />;',
  'role-supports-aria-props': 'export const A = () => <ul role="list" aria-checked="true" />;',
  scope: 'export const A = () => <p scope="col" />;',
  'tabindex-no-positive': 'export const A = () => <p tabIndex={5} />;',
});

const use = (...names: string[]) => `import { ${names.join(', ')} } from 'react';\n`;
const hooks = each(page, 'react/', {
  'rules-of-hooks': `${use('useState')}export const A = ({ on }: { on: boolean }) => { if (on) useState(1); return null; };`,
  'exhaustive-deps': `${use('useEffect')}export const A = ({ a }: { a: string }) => { useEffect(() => { document.title = a; }, []); return null; };`,
  'static-components': 'export const A = () => { const B = () => <p />; return <B />; };',
  'use-memo': `${use('useMemo')}export const A = () => <p>{useMemo((a: number) => a, [])}</p>;`,
  immutability: 'export const A = (props: { a: number }) => { props.a = 2; return <p>{props.a}</p>; };',
  globals: 'let a = 0;\nexport const A = () => { a = 1; return <p>{a}</p>; };',
  refs: `${use('useRef')}export const A = () => { const a = useRef(1); return <p>{a.current}</p>; };`,
  'set-state-in-effect': `${use('useEffect', 'useState')}export const A = () => { const [a, setA] = useState(1); useEffect(() => { setA(2); }, []); return <p>{a}</p>; };`,
  'error-boundaries': 'const B = () => <p />;\nexport const A = () => { try { return <B />; } catch { return null; } };',
  purity: 'export const A = () => <p>{Math.random()}</p>;',
  'set-state-in-render': `${use('useState')}export const A = () => { const [a, setA] = useState(1); setA(2); return <p>{a}</p>; };`,
  'unsupported-syntax': "export const A = () => { eval('1'); return <p />; };",
});

const own = [
  ...each(service, 'alianza/', {
    'export-shape': 'export default 1;',
    'no-unscoped-queries': "import pg from 'pg';\nexport const c = pg;",
    'parameter-count': [
      'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];',
      `export class A { constructor(${Array.from({ length: 8 }, (_none, index) => `readonly a${String(index)}: 1`).join(', ')}) {} }`,
    ],
    'reasoned-exemptions': '// eslint-disable-next-line no-console\nconsole.log(1);',
    'restricted-syntax': [
      'export const t = Date.now();',
      'export interface IThing { a: string }',
      'export class PersonDto { a = 1; }',
      'export enum Level { One = 1 }',
    ],
  }),
  ...each(platform, 'alianza/', { 'no-subject-strings': "export const s = 'op.membership.people.me';" }),
  ...each(page, 'alianza/', {
    'restricted-syntax': 'export const t = new Date();',
    'web-layers': "import { a } from '../../features/a/b.js';\na;",
    'web-texts': 'export const A = () => <p>Hola</p>;',
  }),
  ...each(service, 'regexp/', {
    'no-super-linear-backtracking': 'export const r = /^(a+)+$/;',
    'no-super-linear-move': 'export const r = /a+$/;',
  }),
];

const inward = "import { inNetwork } from '@alianza/platform/data/tenancy';\ninNetwork;";
const asked = "import { asVisitor } from '@alianza/testing/actors';\nasVisitor;";
const boundary = (file: string, ...codes: string[]) => each(file, '@nx/', { 'enforce-module-boundaries': codes });
const boundaries = [
  ...boundary(page, inward),
  ...boundary(service, "import { definition } from '@alianza/membership/service';\ndefinition;", asked),
  ...boundary(service, "import { d } from '../../membership/src/service.js';\nd;"),
  ...boundary(platform, "import { textIn } from '@alianza/texts/server';\ntextIn;"),
  ...boundary(contracts, "import pg from 'pg';\npg;", inward),
  ...boundary('infra/demo/case.ts', asked),
];

const placed = [
  ...each('web/src/shared/format/case.spec.ts', '', { 'max-lines': lines(401) }),
  ...each(platform, '', { 'no-console': 'console.log(1);' }),
  ...each('packages/contracts/src/privacy/retention.ts', 'typescript/', {
    'no-restricted-imports': "import { z } from 'zod';\nexport const retention = z.string();",
  }),
  ...each(page, '', { 'max-lines-per-function': inFunction(50), 'no-console': 'console.log(1);' }),
  ...each(page, 'typescript/', {
    'no-restricted-imports': [
      "import { acceptApplication } from '@alianza/contracts/membership/applications';\nacceptApplication;",
      "import { z } from 'zod';\nz;",
    ],
  }),
  ...each('web/src/public/home/case.tsx', 'typescript/', {
    'no-restricted-imports': ["import { Button } from 'react-aria-components';\nButton;", "import { z } from 'zod';\nz;"],
  }),
];

export const badLines: readonly BadLine[] = [...typed, ...plain, ...scripts, ...accessibility, ...hooks, ...own, ...boundaries, ...placed];
