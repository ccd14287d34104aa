// Runs TypeScript in place (decorators with metadata need SWC) and resolves workspace packages to their sources.
import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { swcFor } from './swc.mjs';

const isSource = (url) => url.startsWith('file:') && /\.tsx?$/.test(url) && !url.includes('/node_modules/');

/** An import names the file that will be (`x.js`); in place, the source stands beside it. */
function sourceOf(specifier, parent) {
  const stem = new URL(specifier, parent).href.slice(0, -'.js'.length);
  return [`${stem}.ts`, `${stem}.tsx`].find((candidate) => existsSync(new URL(candidate)));
}

process.setSourceMapsEnabled(true);
// The next process that loads the same code starts a fifth sooner.
enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)));
registerHooks({
  resolve(specifier, context, next) {
    const relative = /^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL !== undefined && isSource(context.parentURL);
    const source = relative && sourceOf(specifier, context.parentURL);
    return source ? next(source, context) : next(specifier, { ...context, conditions: ['@alianza/source', ...(context.conditions ?? [])] });
  },
  load(url, context, next) {
    if (!isSource(url)) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'module', shortCircuit: true, source: transformSync(readFileSync(filename, 'utf8'), swcFor(filename)).code };
  },
});
