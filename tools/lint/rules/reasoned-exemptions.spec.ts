import { tryRule } from '../rule-tester.js';
import { reasonedExemptions } from './reasoned-exemptions.mjs';

const wrong = (code: string) => ({ code, errors: [{ messageId: 'reason' }] });

// That an exemption from everything is refused is to be seen in config.spec.ts: it would silence a report about itself.
tryRule('reasoned-exemptions', reasonedExemptions, {
  valid: [
    '// eslint-disable-next-line no-console -- the launcher speaks to a person\nconsole.log(1);',
    '// the rule eslint-disable is described elsewhere',
  ],
  invalid: [
    wrong('// eslint-disable-next-line no-console\nconsole.log(1);'),
    wrong('console.log(1); // oxlint-disable-line no-console'),
    wrong('/* eslint-disable no-console */\nconsole.log(1);'),
  ],
});
