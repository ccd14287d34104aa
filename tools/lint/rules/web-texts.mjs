/** Attributes that a person reads or hears. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'heading',
]);
for (const name of ['help', 'hint', 'label', 'placeholder', 'title']) spoken.add(name);

const hasLetters = (text) => /\p{L}/u.test(text);

/** The literals that an expression may come to: both ends of a condition, the pieces of a template. */
function literalsIn(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' && hasLetters(node.value) ? [node] : [];
    case 'TemplateLiteral':
      return node.quasis.some(({ value }) => hasLetters(value.raw)) ? [node] : [];
    case 'JSXExpressionContainer':
      return literalsIn(node.expression);
    case 'ConditionalExpression':
      return [...literalsIn(node.consequent), ...literalsIn(node.alternate)];
    case 'LogicalExpression':
      return [...literalsIn(node.left), ...literalsIn(node.right)];
    default:
      return [];
  }
}

/**
 * Whatever a person reads comes from packages/texts, in every language.
 * @type {import('../rule-tester.js').Rule}
 */
export const webTexts = {
  meta: { type: 'problem', schema: [], messages: { text: '{{text}} is read by people: it comes from packages/texts.' } },
  create(context) {
    const report = (node) =>
      context.report({ node, messageId: 'text', data: { text: context.sourceCode.getText(node).trim().slice(0, 60) } });
    return {
      JSXText(node) {
        if (hasLetters(node.value)) report(node);
      },
      'JSXElement > JSXExpressionContainer, JSXFragment > JSXExpressionContainer'(node) {
        literalsIn(node).forEach(report);
      },
      JSXAttribute(node) {
        if (node.name.type === 'JSXIdentifier' && spoken.has(node.name.name)) literalsIn(node.value).forEach(report);
      },
    };
  },
};
