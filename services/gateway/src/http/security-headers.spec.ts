import { expect, it } from '@jest/globals';
import { newNonce, policyWithNonce, securityHeaders } from './security-headers.js';

it('allows nothing inline, and styles only by nonce where one is lent', () => {
  const { own } = securityHeaders('http://127.0.0.1:3000');
  expect(own['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect(own['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
  expect(policyWithNonce('abc')).toContain("style-src 'self' 'nonce-abc';");
  expect(newNonce()).not.toBe(newNonce());
});

it('asks for HTTPS only where the platform is known by it', () => {
  expect(securityHeaders('http://127.0.0.1:3000').always).not.toHaveProperty('strict-transport-security');
  expect(securityHeaders('https://alianza.example.org').always).toHaveProperty('strict-transport-security');
});
