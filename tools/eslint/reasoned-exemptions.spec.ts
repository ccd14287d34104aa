import { reasonedExemptions } from './reasoned-exemptions.mjs';
import { tryRule } from './rule-tester.js';

const wrong = (code: string, messageId: string) => ({ code, errors: [{ messageId }] });

tryRule('reasoned-exemptions', reasonedExemptions, {
  valid: [
    '// eslint-disable-next-line no-console -- the launcher speaks to a person\nconsole.log(1);',
    '// the rule eslint-disable is described elsewhere',
  ],
  invalid: [wrong('/* eslint-disable */\none();', 'unnamed'), wrong('console.log(1); // eslint-disable-line no-console', 'reason')],
});
