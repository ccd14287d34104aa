import { expect, it } from '@jest/globals';
import { document, element } from './xml.js';

it('says every text as it is, and leaves out what XML cannot say', () => {
  const hostile = 'a<b>&"\u0000\u000B\uFFFE\uD800 ]]>\r\nñ 😀';
  expect(document(element('x', { y: hostile, z: null }, hostile, null, [element('e'), '']))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<x y="a&lt;b&gt;&amp;&quot;\uFFFD ]]&gt;&#13; ñ 😀">a&lt;b&gt;&amp;&quot;\uFFFD ]]&gt;&#13;\nñ 😀<e/></x>\n',
  );
});
