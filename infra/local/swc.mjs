/** The one SWC setting: what runs in place and what Jest runs are compiled alike. */
export const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx: false },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true, react: { runtime: 'automatic' } },
    target: 'es2024',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  inlineSourcesContent: false, // the source stands on disk, and every process that loads the module would read it again from the map
  swcrc: false,
};

/** The same for a file by its name: angle brackets mean elements in `.tsx` only. */
export const swcFor = (filename) => ({
  ...swc,
  filename,
  jsc: { ...swc.jsc, parser: { ...swc.jsc.parser, tsx: filename.endsWith('.tsx') } },
});
