const isConstructor = (node) => node.parent.type === 'MethodDefinition' && node.parent.kind === 'constructor';
/** TypeScript's `this` is no argument. */
const counted = (node) => node.params.filter((param) => !(param.type === 'Identifier' && param.name === 'this')).length;

/**
 * One rule for both limits: what a constructor is given by injection may be more than what a caller has to put in order.
 * @type {import('../rule-tester.js').Rule}
 */
export const parameterCount = {
  meta: {
    type: 'suggestion',
    schema: [
      {
        type: 'object',
        properties: { functions: { type: 'integer' }, constructors: { type: 'integer' } },
        required: ['functions', 'constructors'],
        additionalProperties: false,
      },
    ],
    messages: {
      functions: '{{count}} positional parameters (at most {{most}}): take an object.',
      constructors: '{{count}} constructor dependencies (at most {{most}}): split the class.',
    },
  },
  create(context) {
    const [limits] = context.options;
    const check = (node) => {
      const kind = isConstructor(node) ? 'constructors' : 'functions';
      const count = counted(node);
      if (count > limits[kind]) context.report({ node, messageId: kind, data: { count, most: limits[kind] } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check, TSEmptyBodyFunctionExpression: check };
  },
};
