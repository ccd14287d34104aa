// Runs a spec file in Node's own module system, as the product runs: what one file of a worker loaded, the next one finds loaded.
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import '../../infra/local/swc-register.mjs';
import { lend } from './globals.mjs';

const require = createRequire(import.meta.url);
const circus = path.join(path.dirname(require.resolve('jest-circus/runner')), 'jestAdapterInit.js');
const { deepCyclicCopy } = require('jest-util');
const globals = new URL('globals.mjs', import.meta.url).href;
const [handlers, timeout, specFile] = ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL', 'alianza.spec-file'].map((name) => Symbol.for(name));

/** What jest-worker says to a worker that is not needed any more; whatever still idles in it must not hold it up. */
const end = 2;
process.on('message', (message) => {
  if (Array.isArray(message) && message[0] === end) setImmediate(() => process.exit());
});

/** A worker whose run is cut short ends by itself, and with it what its specs started; with the code of a SIGTERM jest-worker starts no other in its place. */
if (process.send !== undefined) for (const cut of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.once(cut, () => process.exit(143));

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: globals, format: 'module', shortCircuit: true } : next(specifier, context),
});

/** Jest's own describe, it and expect, without anything of the file before. */
function freshCircus() {
  delete require.cache[circus];
  delete globalThis[handlers];
  delete globalThis[timeout];
  return require(circus);
}

/** The part of Jest's object that specs use. */
function jestWith(mocker) {
  const setTimeout = (milliseconds) => {
    globalThis[timeout] = milliseconds;
  };
  return { setTimeout, spyOn: mocker.spyOn.bind(mocker), fn: mocker.fn.bind(mocker) };
}

/** Jest's `testRunner`. */
export default async function runFile(...[globalConfig, config, environment, runtime, testPath, sendMessageToJest]) {
  const { initialize, runAndTransformResultsToJestFormat } = freshCircus();
  await initialize({
    ...{ config, environment, globalConfig, runtime, sendMessageToJest, testPath },
    localRequire: require,
    parentProcess: process,
    setGlobalsForRuntime: (lent) => lend({ ...lent, jest: jestWith(environment.moduleMocker) }),
  });
  globalThis[specFile] = testPath;
  Error.prepareStackTrace = undefined; // Jest's own knows nothing of sources that Node has compiled
  const { console } = globalThis;
  globalThis.console = environment.global.console;
  try {
    await import(pathToFileURL(testPath).href);
    const results = await runAndTransformResultsToJestFormat({ config, globalConfig, testPath });
    return deepCyclicCopy(results, { keepPrototype: false });
  } finally {
    globalThis.console = console;
  }
}
