// Runs TypeScript in place (decorators with metadata need SWC) and resolves workspace packages to their sources.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks, setSourceMapsSupport } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from '@swc/core';
import { swcFor } from './swc.mjs';

const cache = fileURLToPath(new URL('../../.cache/compiled', import.meta.url));
const sources = path.join(cache, 'sources');
const setting = `${version} ${JSON.stringify(swcFor('any.ts'))}`;

const isSource = (url) => url.startsWith('file:') && /\.tsx?$/.test(url) && !url.includes('/node_modules/');

/** An import names the file that will be (`x.js`); in place, the source stands beside it. */
function sourceOf(specifier, parent) {
  const stem = new URL(specifier, parent).href.slice(0, -'.js'.length);
  return [`${stem}.ts`, `${stem}.tsx`].find((candidate) => existsSync(new URL(candidate)));
}

setSourceMapsSupport(true); // of our own sources: reading those of every package took an eighth of a start
// The next process that loads the same code starts a fifth sooner.
enableCompileCache(cache);
const digestOf = (...texts) => createHash('sha256').update(texts.join('\0')).digest('base64url');

/** As SWC made it of the same text before, else made now; one file each, which ends with the digest of what it was made of. */
function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const end = `\n//${digestOf(setting, filename, source)}`;
  const kept = path.join(sources, `${digestOf(filename)}.js`);
  const known = existsSync(kept) ? readFileSync(kept, 'utf8') : '';
  if (known.endsWith(end)) return known;
  const code = transformSync(source, swcFor(filename)).code + end;
  keep(kept, code);
  return code;
}

function keep(file, code) {
  const draft = `${file}.${process.pid}.new`;
  try {
    mkdirSync(sources, { recursive: true });
    writeFileSync(draft, code);
    renameSync(draft, file);
  } catch {
    // where nothing can be written it is made anew each time
  }
}

/** Where our own packages' parts are: the same for whoever asks, and asked for a thousand times. */
const known = new Map();

registerHooks({
  resolve(specifier, context, next) {
    const relative = /^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL !== undefined && isSource(context.parentURL);
    const source = relative && sourceOf(specifier, context.parentURL);
    if (source) return { url: source, format: 'module', shortCircuit: true };
    if (known.has(specifier)) return known.get(specifier);
    const found = next(specifier, { ...context, conditions: ['@alianza/source', ...(context.conditions ?? [])] });
    if (specifier.startsWith('@alianza/') && isSource(found.url)) known.set(specifier, { ...found, shortCircuit: true });
    return found;
  },
  load(url, context, next) {
    if (!isSource(url)) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'module', shortCircuit: true, source: compiled(filename) };
  },
});
