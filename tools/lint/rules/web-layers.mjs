import path from 'node:path';

/** What each layer of web/src may import besides itself; files directly in web/src join everything. */
const below = { app: ['public', 'features', 'shared'], public: ['shared'], features: ['shared'], shared: [] };
const marker = '/web/src/';

/** `features/notices/api/x.ts` is of the layer `features` and there of its own folder; null outside web/src and directly in it. */
function placeOf(file) {
  const start = file.lastIndexOf(marker);
  const [layer, folder, ...inner] = start === -1 ? [] : file.slice(start + marker.length).split('/');
  if (layer === undefined || folder === undefined || !(layer in below)) return null;
  return { layer, feature: layer === 'features' && inner.length > 0 ? folder : null };
}

/**
 * Imports go one way: app → public and features → shared, and no feature reaches into another.
 * @type {import('../rule-tester.js').Rule}
 */
export const webLayers = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upwards: '{{from}} imports nothing from {{to}}: move what both need into shared.',
      sideways: 'One feature does not reach into another: move what both need into shared.',
    },
  },
  create(context) {
    const file = context.filename.replaceAll('\\', '/');
    const from = placeOf(file);
    if (from === null) return {};
    const check = ({ source }) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string' || !source.value.startsWith('.')) return;
      const to = placeOf(path.posix.join(path.posix.dirname(file), source.value));
      if (to === null) return;
      if (to.layer !== from.layer && !below[from.layer].includes(to.layer)) {
        context.report({ node: source, messageId: 'upwards', data: { from: from.layer, to: to.layer } });
      }
      if (to.layer === 'features' && from.layer === 'features' && to.feature !== from.feature)
        context.report({ node: source, messageId: 'sideways' });
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
