/** Written by routes.plugin.ts from the contracts. */
declare module 'virtual:routes' {
  export const routes: Readonly<Record<string, { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string }>>;
}
