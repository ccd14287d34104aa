import type * as Registry from '@alianza/contracts/registry';
import path from 'node:path';
import { runnerImport, type Plugin } from 'vite';

const name = 'virtual:routes';
const registry = path.resolve(import.meta.dirname, '../packages/contracts/src/registry.ts');

/** The route table of the contracts, computed when building: the browser gets methods and paths, never the schemas. */
export function routes(): Plugin {
  return {
    name: 'alianza:routes',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      this.addWatchFile(registry);
      const { module } = await runnerImport<typeof Registry>(registry, { configFile: false, logLevel: 'error' });
      const open = module.operations.filter(({ access }) => !(typeof access === 'object' && 'internal' in access));
      const table = Object.fromEntries(open.map((operation) => [operation.id, { method: operation.method, path: operation.path }]));
      return `export const routes = ${JSON.stringify(table)};`;
    },
  };
}
