import { expect, it } from '@jest/globals';
import { javaVersionIn } from './present.mjs';

it('reads which Java there is', () => {
  const said = (version: string) => `openjdk version "${version}" 2025-04-15\nOpenJDK Runtime Environment (build ${version})\n`;
  expect(['17.0.15', '21', '1.8.0_412', '11.0.2'].map((version) => javaVersionIn(said(version)))).toEqual([17, 21, 8, 11]);
  expect(javaVersionIn('java: command not found')).toBe(0);
});
