import nx from '@nx/eslint-plugin';
import { createProjectGraphAsync } from '@nx/devkit';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { exportShape } from './tools/eslint/export-shape.mjs';
import { noSubjectStrings } from './tools/eslint/no-subject-strings.mjs';
import { noUnscopedQueries } from './tools/eslint/no-unscoped-queries.mjs';
import { parameterCount } from './tools/eslint/parameter-count.mjs';
import { reasonedExemptions } from './tools/eslint/reasoned-exemptions.mjs';
import { webLayers } from './tools/eslint/web-layers.mjs';
import { webTexts } from './tools/eslint/web-texts.mjs';

// A rule is an error or off. The boundary rule skips in silence without a project graph, so it is made here.
await createProjectGraphAsync({ exitOnError: false });

const typed = ['**/*.ts', '**/*.tsx'];
const plain = ['**/*.mjs', '**/*.js'];
const specs = ['**/*.spec.ts', '**/*.spec.tsx', 'packages/testing/**', 'test/**'];
const configs = ['*.config.mjs', '**/*.config.ts', '**/*.config.mjs', 'test/global-*.mjs', 'test/runner/*.mjs'];
const servers = ['packages/platform/src/**', 'services/*/src/**'];

const alianza = {
  rules: {
    'export-shape': exportShape,
    'no-subject-strings': noSubjectStrings,
    'no-unscoped-queries': noUnscopedQueries,
    'parameter-count': parameterCount,
    'reasoned-exemptions': reasonedExemptions,
    'web-layers': webLayers,
    'web-texts': webTexts,
  },
};

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
];

const sizes = (lines, perFunction) => ({
  'max-lines': ['error', { max: lines }],
  'max-lines-per-function': perFunction ? ['error', { max: perFunction, IIFEs: true }] : 'off',
});

/** Contract values bring schemas along, plain lists apart: only a form's values, loaded with the form, may have them. */
const schemas = {
  regex:
    '^(@alianza/contracts/(?!(?:taxonomy|membership/directory/regions|open-data|privacy/retention|repository/files/picture-files|repository/publication/licences)$)|zod$)',
  allowTypeImports: true,
  message: 'Use `import type`; values of contracts belong into a form’s *-values.ts, which is loaded with the form.',
};
/** What public pages do without: they are plain React, complete without JavaScript. */
const workspaceOnly = {
  regex: '^(react-aria-components|react-hook-form|keycloak-js|@tanstack/.*)$',
  message: 'Public pages are plain React: this belongs to the workspaces.',
};
const restricted = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['**/dist/**', '**/.data/**', '**/.cache/**', '**/.nx/**', '**/node_modules/**', 'web/public/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...typed, ...plain],
    plugins: { alianza, '@nx': nx, regexp },
    rules: {
      'alianza/export-shape': 'error',
      'alianza/no-subject-strings': 'error',
      'alianza/parameter-count': ['error', { functions: 4, constructors: 7 }],
      'alianza/reasoned-exemptions': 'error',
      '@nx/enforce-module-boundaries': boundaries(false),
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'no-restricted-syntax': ['error', ...names, ...clock],
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
  },
  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked],
    // All but the portal in one program: in one of its own each package would work out the types of the contracts anew.
    languageOptions: { parserOptions: { project: ['tsconfig.lint.json', 'web/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: plain,
    languageOptions: { globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])) },
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  { files: servers, rules: { 'no-console': 'error' } },
  {
    files: ['services/*/src/**/*.ts'],
    // The command opens a database of its own, outside any request, and sets the network chain by chain.
    ignores: [...specs, 'services/audit/src/verify.ts'],
    rules: { 'alianza/no-unscoped-queries': 'error' },
  },
  { files: ['packages/contracts/src/**', 'tools/eslint/**'], rules: { 'alianza/no-subject-strings': 'off' } },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    plugins: { alianza, 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      ...reactHooks.configs.flat.recommended.rules,
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/unsupported-syntax': 'error',
      // These two only say that the React compiler, which we do not use, would leave the component alone.
      'react-hooks/incompatible-library': 'off',
      'react-hooks/preserve-manual-memoization': 'off',
      'alianza/web-layers': 'error',
      'alianza/web-texts': 'error',
      'no-console': 'error',
      // React ignores what an event handler returns; react-hook-form's submit is such a promise.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      ...restricted(schemas),
    },
  },
  { files: ['web/src/public/**'], rules: restricted(schemas, workspaceOnly) },
  { files: ['web/src/**/*-values.ts', 'web/src/**/*.spec.{ts,tsx}'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
  {
    files: specs,
    rules: {
      ...sizes(400, null),
      '@nx/enforce-module-boundaries': boundaries(true),
      // Jest's matchers and bodies of answers are `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: [...specs, 'infra/local/**', 'packages/platform/src/clock.ts', 'web/src/shared/now.ts', 'tools/**'],
    rules: { 'no-restricted-syntax': ['error', ...names] },
  },
  { files: ['tools/**/*.spec.ts'], rules: { 'no-template-curly-in-string': 'off' } },
  // Tools that load these files expect a default export, and do so before packages can be resolved to their sources.
  { files: configs, rules: { 'alianza/export-shape': 'off', '@nx/enforce-module-boundaries': 'off' } },
);
