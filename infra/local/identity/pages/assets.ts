import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fonts } from '../../pages/fonts.js';
import { realm } from '../claims.js';

const file = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8');

const logout = `document.querySelector('button[name=logout]').click();\n`;
const cookies = `parent.postMessage('supported', '*');\n`;

export interface Asset {
  readonly type: string;
  readonly body: string | Buffer;
}

/** Files below the realm, by path. keycloak-js asks by `3p-cookies` whether a frame may keep cookies: of one origin it may. */
export const assets: ReadonlyMap<string, Asset> = new Map<string, Asset>([
  ['/assets/identity.css', { type: 'text/css', body: file('../../pages/base.css') + file('identity.css') }],
  ...[...fonts].map(([name, body]): [string, Asset] => [`/assets/${name}`, { type: 'font/woff2', body }]),
  ['/assets/logout.js', { type: 'text/javascript', body: logout }],
  ['/assets/cookies.js', { type: 'text/javascript', body: cookies }],
  [
    '/protocol/openid-connect/3p-cookies/step1.html',
    {
      type: 'text/html',
      body: `<!doctype html><html lang="es"><title>3p</title><script src="${realm}/assets/cookies.js"></script></html>`,
    },
  ],
]);
