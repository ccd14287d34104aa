import { parameterCount } from './parameter-count.mjs';
import { tryRule } from '../rule-tester.js';

const options = [{ functions: 4, constructors: 7 }];
const inject = (count: number) => Array.from({ length: count }, (_, index) => `private readonly d${index}: D${index}`).join(', ');

tryRule('parameter-count', parameterCount, {
  valid: [
    { code: 'function four(a, b, c, d) {}', options },
    { code: 'function five(this: Window, a, b, c, d) {}', options },
    { code: `class Seven { constructor(${inject(7)}) {} }`, options },
  ],
  invalid: [
    { code: 'function five(a, b, c, d, e) {}', options, errors: [{ messageId: 'functions' }] },
    { code: 'const five = (a, b, c, d, ...e) => a;', options, errors: [{ messageId: 'functions' }] },
    { code: 'class Five { five(a, b, c, d, e) {} }', options, errors: [{ messageId: 'functions' }] },
    { code: `class Eight { constructor(${inject(8)}) {} }`, options, errors: [{ messageId: 'constructors' }] },
  ],
});
