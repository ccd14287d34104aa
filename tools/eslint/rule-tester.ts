import { RuleTester, type Rule } from 'eslint';
import { parser } from 'typescript-eslint';

const tester = new RuleTester({
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
});

interface Cases {
  readonly valid: readonly (string | RuleTester.ValidTestCase)[];
  readonly invalid: readonly RuleTester.InvalidTestCase[];
}

/** Runs a rule over examples, as ESLint would over TypeScript with JSX. */
export function tryRule(name: string, rule: Rule.RuleModule, { valid, invalid }: Cases): void {
  tester.run(name, rule, { valid: [...valid], invalid: [...invalid] });
}
