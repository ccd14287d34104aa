/** Where the runner of specs says which file is at hand. */
const specFile = Symbol.for('alianza.spec-file');

/** Made once for each spec file: one process runs several, one after the other, and loads what they share once. */
export function perSpecFile<T>(make: () => T): () => T {
  let kept: { readonly of: unknown; readonly made: T } | null = null;
  return () => {
    const of: unknown = (globalThis as { [specFile]?: unknown })[specFile];
    if (kept === null || kept.of !== of) kept = { of, made: make() };
    return kept.made;
  };
}
