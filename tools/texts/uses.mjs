import ts from 'typescript';

/** What looks up a text, when it is called with the key itself. */
const speakers = new Set(['say', 't', 'text']);
const isKey = (text) => /^[a-z][\w-]*(?:\.[\w-]+)+$/.test(text);
const areaOf = (key) => key.slice(0, key.indexOf('.'));

const isSpeaker = (callee) =>
  (ts.isIdentifier(callee) && speakers.has(callee.text)) ||
  (ts.isCallExpression(callee) && /^textIn$|^text$/.test(callee.expression.text ?? ''));
const isSpoken = (node) => ts.isCallExpression(node.parent) && node.parent.arguments[0] === node && isSpeaker(node.parent.expression);

/** `` `taxonomy.sector.${code}` `` stands for every key of that form. */
function patternOf(node) {
  const pieces = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  const whole = new RegExp(`^${pieces.map((piece) => RegExp.escape(piece)).join('.+')}$`);
  return { form: pieces.join('…'), fits: (key) => whole.test(key) };
}

const isName = (node) => ts.isImportDeclaration(node.parent) || ts.isLiteralTypeNode(node.parent);

/**
 * The keys that a file names, `areas` being those of the catalogs. `spoken` are given to a text function and must exist whatever their area;
 * `named` stand anywhere else and count as keys because their area exists; `patterns` are templates that begin with an area.
 * @returns {{ spoken: string[], named: string[], patterns: { form: string, fits: (key: string) => boolean }[] }}
 */
export function usesIn(file, code, areas) {
  const uses = { spoken: [], named: [], patterns: [] };
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) && isKey(node.text) && !isName(node)) {
      if (isSpoken(node)) uses.spoken.push(node.text);
      else if (areas.has(areaOf(node.text))) uses.named.push(node.text);
    }
    if (ts.isTemplateExpression(node) && areas.has(areaOf(node.head.text))) uses.patterns.push(patternOf(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return uses;
}
