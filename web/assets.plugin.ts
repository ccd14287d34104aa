import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest, Plugin } from 'vite';

const name = 'virtual:assets';
export const clientOutput = path.resolve(import.meta.dirname, 'dist/client');
export const manifestFile = '.vite/manifest.json';

export const entries = { stylesheet: 'src/shared/styles/portal.css', pages: 'src/public/enhancements.ts', app: 'src/app/main.tsx' };

const fonts = ['source-serif-4-latin-opsz-normal', 'source-sans-3-latin-wght-normal'].map(
  (font) => `src/shared/styles/fonts/${font}.woff2`,
);

/** Styles of an entry and of everything it loads at once. */
function stylesOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  if (seen.has(key)) return [];
  seen.add(key);
  const chunk = manifest[key];
  return [...(chunk?.imports ?? []).flatMap((other) => stylesOf(manifest, other, seen)), ...(chunk?.css ?? [])];
}

function assets() {
  const manifest = JSON.parse(readFileSync(path.join(clientOutput, manifestFile), 'utf8')) as Manifest;
  const addressOf = (key: string) => {
    const file = manifest[key]?.file;
    if (file === undefined) throw new Error(`the client build has no ${key}`);
    return `/${file}`;
  };
  const appStyles = stylesOf(manifest, entries.app).map((file) => `/${file}`);
  return {
    stylesheet: addressOf(entries.stylesheet),
    fonts: fonts.map(addressOf),
    pages: addressOf(entries.pages),
    app: addressOf(entries.app),
    appStyles: [...new Set(appStyles)],
  };
}

/** Addresses of what the client build wrote, for the pages that the server writes: read from its manifest, so the client is built first. */
export function builtAssets(): Plugin {
  return {
    name: 'alianza:assets',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export const assets = ${JSON.stringify(assets())};` : undefined),
  };
}
