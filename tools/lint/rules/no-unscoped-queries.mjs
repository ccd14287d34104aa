const drivers = new Set(['pg', 'kysely']);
const escapes = new Set(['getConnection', 'getDriver', 'getKysely']);

const nameOf = (node) => {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') return node.property.name;
  return '';
};
const isManager = (node) => /^(?:em|tx|transaction|entityManager)$|Em$/.test(nameOf(node));
/** `inNetwork(orm.em, …)` is how what is not inside an operation gets its network. */
const getsNetwork = ({ parent }) => parent.type === 'CallExpression' && nameOf(parent.callee) === 'inNetwork';
const mayHoldSql = (file) => /\.queries\.ts$/.test(file) || file.includes('/search/') || file.includes('/migrations/');

const messages = {
  driver: '{{name}} reaches the database without a network: only packages/platform opens connections.',
  escape: '{{name}}() leaves the transaction and its network: use the injected EntityManager.',
  outside: '{{name}} sees no network: use the injected EntityManager inside an operation, or inNetwork(…).',
  sql: 'Raw SQL belongs into <noun>.queries.ts or search/, where EXPLAIN and the reader find it.',
};

/**
 * Row-level security hides what no network was set for, so a query that steps out of the transaction answers nothing, silently.
 * @type {import('../rule-tester.js').Rule}
 */
export const noUnscopedQueries = {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const report = (node, messageId, name) => context.report({ node, messageId, data: { name } });
    return {
      ImportDeclaration(node) {
        const { value } = node.source;
        if (drivers.has(value) && node.importKind !== 'type') report(node, 'driver', value);
      },
      MemberExpression(node) {
        if (nameOf(node) === 'em' && /orm$/i.test(nameOf(node.object)) && !getsNetwork(node))
          report(node, 'outside', `${nameOf(node.object)}.em`);
      },
      CallExpression({ callee }) {
        if (callee.type !== 'MemberExpression') return;
        const called = nameOf(callee);
        if (escapes.has(called)) report(callee, 'escape', called);
        if (called === 'fork' && isManager(callee.object)) report(callee, 'outside', `${nameOf(callee.object)}.fork()`);
        if (called === 'execute' && isManager(callee.object) && !mayHoldSql(context.filename)) report(callee, 'sql', called);
      },
    };
  },
};
