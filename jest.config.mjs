// Specs run in Node's own module system, in the process of their worker (test/runner): Jest finds, orders, judges and tells.
const shared = {
  testEnvironment: '<rootDir>/test/runner/environment.mjs',
  testRunner: '<rootDir>/test/runner/runner.mjs',
  transform: {},
  roots: ['packages', 'services', 'infra', 'web', 'test', 'tools'].map((folder) => `<rootDir>/${folder}`),
  modulePathIgnorePatterns: ['/dist/', '/.data/', '/.cache/', '/.nx/'],
  testPathIgnorePatterns: ['/node_modules/'],
};

const servers = { globalSetup: '<rootDir>/test/global-setup.mjs', globalTeardown: '<rootDir>/test/global-teardown.mjs' };
const faults = { globalSetup: '<rootDir>/test/global-faults-setup.mjs', globalTeardown: '<rootDir>/test/global-faults-teardown.mjs' };

/** One selection per kind of spec, told apart by the file's name: `--selectProjects unit integration`. */
export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/runner/longest-first.mjs',
  testTimeout: 60_000, // real servers beside busy neighbours
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['**/*.spec.{ts,tsx}', '!**/*.{int,browser,fault,keycloak,s3,meilisearch,disk}.spec.ts'] },
    { ...shared, ...servers, displayName: 'integration', testMatch: ['**/*.int.spec.ts'] },
    { ...shared, ...servers, displayName: 'browser', testMatch: ['**/*.browser.spec.ts'] },
    { ...shared, ...servers, displayName: 'keycloak', testMatch: ['**/*.keycloak.spec.ts'] },
    { ...shared, ...servers, displayName: 'meilisearch', testMatch: ['**/*.meilisearch.spec.ts'] },
    { ...shared, ...servers, displayName: 'disk', testMatch: ['**/*.disk.spec.ts'] },
    { ...shared, displayName: 's3', testMatch: ['**/*.s3.spec.ts'] },
    { ...shared, ...faults, displayName: 'faults', testMatch: ['**/*.fault.spec.ts'] },
  ],
};
