import path from 'node:path';

/** Names that say nothing, as any dotted part of a file's name. */
const empty = new Set(['base', 'common', 'helper', 'helpers', 'index', 'manager', 'misc', 'util', 'utils', 'v2']);
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const partsOf = (filename) =>
  path
    .basename(filename)
    .replace(/\.(?:d\.ts|tsx?|mjs|js)$/, '')
    .split('.');

const isReExport = (node) => node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null);

/**
 * Every export has one name and one home, and a file's name says what is inside.
 * @type {import('../rule-tester.js').Rule}
 */
export const exportShape = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      default: 'Exports are named.',
      star: 'export * hides where a name comes from: import it from its file.',
      barrel: 'This file only passes on what others export: import from them.',
      kebab: 'File names are kebab-case with a dotted role: {{name}} is not.',
      empty: 'The name {{name}} says nothing about what is inside.',
    },
  },
  create(context) {
    const checkName = (node) => {
      const parts = partsOf(context.filename);
      const odd = parts.find((part) => !kebab.test(part));
      if (odd !== undefined) context.report({ node, messageId: 'kebab', data: { name: odd } });
      const said = parts.find((part) => empty.has(part) || /-(?:utils?|helpers?|misc)$/.test(part));
      if (said !== undefined) context.report({ node, messageId: 'empty', data: { name: said } });
    };
    return {
      Program(node) {
        checkName(node);
        if (node.body.length > 0 && node.body.every(isReExport)) context.report({ node, messageId: 'barrel' });
      },
      ExportDefaultDeclaration: (node) => context.report({ node, messageId: 'default' }),
      'ExportSpecifier[exported.name="default"]': (node) => context.report({ node, messageId: 'default' }),
      'ExportAllDeclaration[exported=null]': (node) => context.report({ node, messageId: 'star' }),
    };
  },
};
