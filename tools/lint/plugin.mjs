import { exportShape } from './rules/export-shape.mjs';
import { noSubjectStrings } from './rules/no-subject-strings.mjs';
import { noUnscopedQueries } from './rules/no-unscoped-queries.mjs';
import { parameterCount } from './rules/parameter-count.mjs';
import { reasonedExemptions } from './rules/reasoned-exemptions.mjs';
import { restrictedSyntax } from './rules/restricted-syntax.mjs';
import { webLayers } from './rules/web-layers.mjs';
import { webTexts } from './rules/web-texts.mjs';

/**
 * Our own rules, as oxlint loads them.
 * @type {{ meta: { name: string }, rules: Record<string, import('./rule-tester.js').Rule> }}
 */
const plugin = {
  meta: { name: 'alianza' },
  rules: {
    'export-shape': exportShape,
    'no-subject-strings': noSubjectStrings,
    'no-unscoped-queries': noUnscopedQueries,
    'parameter-count': parameterCount,
    'reasoned-exemptions': reasonedExemptions,
    'restricted-syntax': restrictedSyntax,
    'web-layers': webLayers,
    'web-texts': webTexts,
  },
};
export default plugin;
