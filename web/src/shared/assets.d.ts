/** Written by assets.plugin.ts from the manifest of the client build. */
declare module 'virtual:assets' {
  export const assets: {
    readonly stylesheet: string;
    readonly fonts: readonly string[];
    readonly pages: string;
    readonly app: string;
    readonly appStyles: readonly string[];
  };
}
