/**
 * Refuses what its options select: `{ selector, message }` each.
 * @type {import('../rule-tester.js').Rule}
 */
export const restrictedSyntax = {
  meta: { type: 'suggestion', schema: { type: 'array', items: { type: 'object' } } },
  create(context) {
    return Object.fromEntries(context.options.map(({ selector, message }) => [selector, (node) => context.report({ node, message })]));
  },
};
