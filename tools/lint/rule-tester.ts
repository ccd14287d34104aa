import { describe, it } from '@jest/globals';
import { RuleTester } from 'oxlint/plugins-dev';

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'tsx' } } });

export type Rule = Parameters<RuleTester['run']>[1];

interface Cases {
  readonly valid: readonly (string | RuleTester.ValidTestCase)[];
  readonly invalid: readonly RuleTester.InvalidTestCase[];
}

/** Runs a rule over examples, as oxlint would over TypeScript with JSX. */
export function tryRule(name: string, rule: Rule, { valid, invalid }: Cases): void {
  RuleTester.describe = describe;
  RuleTester.it = it;
  tester.run(name, rule, { valid: [...valid], invalid: [...invalid] });
}
