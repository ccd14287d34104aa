import { randomBytes } from 'node:crypto';

const policy = (extra: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'frame-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'self'", // the silent sign-in check looks into a frame of its own origin
    ...extra,
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

const common = policy();

export const newNonce = (): string => randomBytes(16).toString('base64url');

/** For a page whose own script adds styles, or that carries a style of its own. */
export const policyWithNonce = (nonce: string): string => policy({ 'style-src': `'self' 'nonce-${nonce}'` });

/** On every answer, and the rest on all but what other servers behind this origin answer, which have policies of their own. */
export interface SecurityHeaders {
  readonly always: Readonly<Record<string, string>>;
  readonly own: Readonly<Record<string, string>>;
}

const twoYears = 'max-age=63072000; includeSubDomains';

export function securityHeaders(origin: string): SecurityHeaders {
  const always = { 'x-content-type-options': 'nosniff', ...(origin.startsWith('https:') ? { 'strict-transport-security': twoYears } : {}) };
  const own = {
    ...always,
    'content-security-policy': common,
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  return { always, own };
}
