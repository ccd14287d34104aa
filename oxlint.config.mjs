import path from 'node:path';
import { createProjectGraphAsync } from '@nx/devkit';
import { accessible, hooks } from './tools/lint/page-rules.mjs';
import { typedRules } from './tools/lint/typed-rules.mjs';

// A rule is an error or off. The boundary rule skips in silence without a project graph, so it is made here.
await createProjectGraphAsync({ exitOnError: false });

const typed = ['**/*.ts', '**/*.tsx'];
const plain = ['**/*.mjs', '**/*.js'];
const specs = ['**/*.spec.ts', '**/*.spec.tsx', 'packages/testing/**', 'test/**'];
const configs = ['*.config.mjs', '**/*.config.ts', '**/*.config.mjs', 'test/global-*.mjs', 'test/runner/*.mjs', 'tools/lint/plugin.mjs'];
const servers = ['packages/platform/src/**', 'services/*/src/**'];

/** What a project may import by its tag; specs also what testing offers. `external` lists npm packages where that is closed. */
const directions = {
  contracts: { to: [], external: ['zod'] },
  texts: { to: [], external: ['intl-messageformat'] },
  platform: { to: ['contracts'] },
  service: { to: ['contracts', 'texts', 'platform'] },
  web: { to: ['contracts', 'texts'] },
  infra: { to: ['contracts', 'texts', 'platform', 'service', 'infra'] },
  testing: { to: ['contracts', 'texts', 'platform', 'service', 'infra'] },
  test: { to: ['*'] },
};

const boundaries = (inSpecs) => {
  const constraint = ([sourceTag, { to, external }]) => ({
    sourceTag,
    onlyDependOnLibsWithTags: inSpecs ? [...new Set([...to, sourceTag, 'contracts', 'testing', 'infra'])] : to,
    ...(external && !inSpecs ? { allowedExternalImports: external } : {}),
  });
  // JSON of the demo is data, and data has no subpath.
  // The world of a spec runs every part: what the spec belongs to is below it as well.
  const ignoredCircularDependencies = inSpecs
    ? belowTesting.flatMap((name) => ['testing', 'local', 'demo'].map((part) => [`@alianza/${name}`, `@alianza/${part}`]))
    : [];
  return [
    'error',
    { allow: ['../../demo/data/**'], depConstraints: Object.entries(directions).map(constraint), ignoredCircularDependencies },
  ];
};
const belowTesting = ['audit', 'contracts', 'demo', 'gateway', 'local', 'membership', 'notifications', 'platform', 'repository', 'texts'];

const clock = [
  'MemberExpression[object.name="Date"][property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
].map((selector) => ({ selector, message: 'Time is passed in: take it from Clock (in web: shared/now.ts).' }));

const names = [
  { selector: 'TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]', message: 'No I prefix.' },
  { selector: ':matches(ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)[id.name=/Dto$/]', message: 'No Dto suffix.' },
  // oxlint 1.89 has no no-unsafe-enum-assignment.
  { selector: 'TSEnumDeclaration', message: 'A union of texts takes the place of an enum.' },
];

const sizes = (lines, perFunction) => ({
  'max-lines': ['error', { max: lines }],
  'max-lines-per-function': perFunction ? ['error', { max: perFunction, IIFEs: true }] : 'off',
});

/** Contracts without schemas: plain lists, and how a request is written. */
const plainContracts = [
  'operation',
  'taxonomy',
  'membership/directory/regions',
  'open-data',
  'privacy/retention',
  'repository/files/picture-files',
  'repository/publication/licences',
];
/** Values of all other contracts bring schemas along: only a form's values, loaded with the form, may have them. */
const schemas = {
  group: ['zod', '@alianza/contracts/**', ...plainContracts.map((name) => `!@alianza/contracts/${name}`)],
  allowTypeImports: true,
  message: 'Use `import type`; values of contracts belong into a form’s *-values.ts, which is loaded with the form.',
};
/** What public pages do without: they are plain React, complete without JavaScript. */
const workspaceOnly = {
  regex: '^(react-aria-components|react-hook-form|keycloak-js|@tanstack/.*)$',
  message: 'Public pages are plain React: this belongs to the workspaces.',
};
const anything = { regex: '.', allowTypeImports: true, message: 'Use `import type`: pages load this as it is, without schemas.' };
const restricted = (...patterns) => ({ 'typescript/no-restricted-imports': ['error', { patterns }] });

export default {
  plugins: ['eslint', 'typescript', 'react', 'jsx-a11y'],
  jsPlugins: [
    path.join(import.meta.dirname, 'tools/lint/plugin.mjs'),
    'eslint-plugin-regexp',
    { name: '@nx', specifier: '@nx/eslint-plugin' },
  ],
  categories: { correctness: 'off' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['**/dist/**', '**/.data/**', '**/.cache/**', '**/.nx/**', '**/node_modules/**', 'web/public/**'],
  rules: {
    'alianza/export-shape': 'error',
    'alianza/no-subject-strings': 'error',
    'alianza/parameter-count': ['error', { functions: 4, constructors: 7 }],
    'alianza/reasoned-exemptions': 'error',
    'alianza/restricted-syntax': ['error', ...names, ...clock],
    '@nx/enforce-module-boundaries': boundaries(false),
    'regexp/no-super-linear-backtracking': 'error',
    'regexp/no-super-linear-move': 'error',
    ...sizes(300, 50),
    eqeqeq: 'error',
    'no-async-promise-executor': 'error',
    'no-cond-assign': 'error',
    'no-constant-binary-expression': 'error',
    'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
    'no-debugger': 'error',
    'no-empty': 'error',
    'no-eval': 'error',
    'no-misleading-character-class': 'error',
    'no-new-func': 'error',
    'no-self-compare': 'error',
    'no-template-curly-in-string': 'error',
    'no-unsafe-finally': 'error',
    'no-useless-escape': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
  },
  overrides: [
    { files: typed, rules: typedRules },
    {
      files: plain,
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])),
      rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
    },
    { files: servers, rules: { 'no-console': 'error' } },
    {
      files: ['services/*/src/**/*.ts'],
      // The command opens a database of its own, outside any request, and sets the network chain by chain.
      excludeFiles: [...specs, 'services/audit/src/verify.ts'],
      rules: { 'alianza/no-unscoped-queries': 'error' },
    },
    { files: ['packages/contracts/src/**', 'tools/lint/**'], rules: { 'alianza/no-subject-strings': 'off' } },
    { files: plainContracts.map((name) => `packages/contracts/src/${name}.ts`), rules: restricted(anything) },
    {
      files: ['web/src/**/*.{ts,tsx}'],
      rules: {
        ...accessible,
        ...hooks,
        'alianza/web-layers': 'error',
        'alianza/web-texts': 'error',
        'no-console': 'error',
        // React ignores what an event handler returns; react-hook-form's submit is such a promise.
        'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
        ...restricted(schemas),
      },
    },
    { files: ['web/src/public/**'], rules: restricted(schemas, workspaceOnly) },
    { files: ['web/src/**/*-values.ts', 'web/src/**/*.spec.{ts,tsx}'], rules: { 'typescript/no-restricted-imports': 'off' } },
    {
      files: specs,
      rules: {
        ...sizes(400, null),
        '@nx/enforce-module-boundaries': boundaries(true),
        // Jest's matchers and bodies of answers are `any`.
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-non-null-assertion': 'off',
        'typescript/unbound-method': 'off',
      },
    },
    {
      files: [...specs, 'infra/local/**', 'packages/platform/src/clock.ts', 'web/src/shared/now.ts', 'tools/**'],
      rules: { 'alianza/restricted-syntax': ['error', ...names] },
    },
    { files: ['tools/**/*.spec.ts', 'tools/lint/bad-lines.ts'], rules: { 'no-template-curly-in-string': 'off' } },
    // Tools that load these files expect a default export, and do so before packages can be resolved to their sources.
    { files: configs, rules: { 'alianza/export-shape': 'off', '@nx/enforce-module-boundaries': 'off' } },
  ],
};
