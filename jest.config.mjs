import { swcFor } from './infra/local/swc.mjs';

/** What @swc/jest is given: it names the file itself. */
const compile = (example) => {
  const { filename: _named, ...options } = swcFor(example);
  return ['@swc/jest', options];
};

// Native ESM: node needs --experimental-vm-modules (see test/run.mjs).
const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@alianza/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': compile('any.ts'), '^.+\\.tsx$': compile('any.tsx') },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/.data/', '/.cache/', '/.nx/'],
  testPathIgnorePatterns: ['/node_modules/'],
};

const servers = { globalSetup: '<rootDir>/test/global-setup.mjs', globalTeardown: '<rootDir>/test/global-teardown.mjs' };
const faults = { globalSetup: '<rootDir>/test/global-faults-setup.mjs', globalTeardown: '<rootDir>/test/global-faults-teardown.mjs' };

/** One selection per kind of spec, told apart by the file's name: `--selectProjects unit integration`. */
export default {
  maxWorkers: 2,
  testTimeout: 30_000, // real servers beside busy neighbours
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['**/*.spec.{ts,tsx}', '!**/*.{int,browser,fault,keycloak,s3,meilisearch}.spec.ts'] },
    { ...shared, ...servers, displayName: 'integration', testMatch: ['**/*.int.spec.ts'] },
    { ...shared, ...servers, displayName: 'browser', testMatch: ['**/*.browser.spec.ts'] },
    { ...shared, ...servers, displayName: 'keycloak', testMatch: ['**/*.keycloak.spec.ts'] },
    { ...shared, ...servers, displayName: 'meilisearch', testMatch: ['**/*.meilisearch.spec.ts'] },
    { ...shared, displayName: 's3', testMatch: ['**/*.s3.spec.ts'] },
    { ...shared, ...faults, displayName: 'faults', testMatch: ['**/*.fault.spec.ts'] },
  ],
};
