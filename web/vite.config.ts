import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import { builtAssets, clientOutput, entries, manifestFile } from './assets.plugin.ts';
import { routes } from './routes.plugin.ts';

const ours = '@alianza/source';

/** Production's form always: React of the server build has to be told, and a test run would pass its own NODE_ENV on. */
const production = { 'process.env.NODE_ENV': '"production"' };

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), routes(), builtAssets()],
  define: production,
  resolve: { conditions: [ours, ...(isSsrBuild ? defaultServerConditions : defaultClientConditions)] },
  ssr: { noExternal: true, resolve: { conditions: [ours, ...defaultServerConditions] } },
  build: isSsrBuild
    ? {
        outDir: path.resolve(import.meta.dirname, 'dist/server'),
        copyPublicDir: false,
        rolldownOptions: { input: { entry: 'src/entry-server.tsx' } },
      }
    : {
        outDir: clientOutput,
        manifest: manifestFile,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: Object.values(entries) },
      },
}));
