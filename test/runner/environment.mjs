import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ModuleMocker } = require('jest-mock');

/** The process itself: no second realm, in which every spec file would load the whole product anew. */
export default class OwnProcess {
  constructor() {
    this.global = {};
    this.moduleMocker = new ModuleMocker(globalThis);
  }

  getVmContext() {
    return null;
  }

  async setup() {}

  async teardown() {}
}
