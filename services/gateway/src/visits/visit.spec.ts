import { describe, expect, it } from '@jest/globals';
import { visitOf, type Given } from './visit.js';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const given = (over: Partial<Given> = {}, headers: Given['headers'] = {}): Given => ({
  method: 'GET',
  url: '/agc/practicas/relevos',
  status: 200,
  headers: { 'user-agent': firefox, ...headers },
  ...over,
});
const view = { network: 'agc', slug: 'relevos', use: 'view' };

describe('a visit that counts', () => {
  it.each([
    ['a page', given(), view],
    ['a page in English, from a search', given({ url: '/agc/en/practicas/relevos?q=turnos' }), view],
    ['a page that the browser still had', given({ status: 304 }), view],
    ['a page that a browser opens', given({}, { 'sec-fetch-dest': 'document' }), view],
    ['a file of its own', given({ url: '/agc/practicas/relevos/archivos/0f0f/Gu%C3%ADa.pdf' }), { ...view, use: 'download' }],
    [
      'the file of a citation of a version',
      given({ url: '/agc/en/practicas/relevos/versiones/2/citation?style=ris' }),
      { ...view, use: 'download' },
    ],
    ['the file of a citation', given({ url: '/agc/practicas/relevos/citation?style=ris' }), { ...view, use: 'download' }],
  ])('is %s', (_what, asked, visit) => {
    expect(visitOf(asked)).toEqual(visit);
  });

  it.each([
    ['a look at the head alone', given({ method: 'HEAD' })],
    ['what was not there', given({ status: 404 })],
    ['what was withdrawn', given({ status: 410 })],
    ['a list', given({ url: '/agc/practicas' })],
    ['another page', given({ url: '/agc/organizaciones' })],
    ['what stands below a record', given({ url: '/agc/practicas/relevos/versiones' })],
    ['the API', given({ url: '/api/v1/agc/practices/relevos' })],
    ['reading ahead', given({}, { 'sec-purpose': 'prefetch;prerender' })],
    ['reading ahead, as it was said before', given({}, { purpose: 'prefetch' })],
    ['what a script fetches', given({}, { 'sec-fetch-dest': 'empty' })],
    ['who does not say by what', given({ headers: {} })],
  ])('is not %s', (_what, asked) => {
    expect(visitOf(asked)).toBeNull();
  });

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 (compatible; YandexBot/3.0)',
    'DuckDuckBot/1.1',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (X11) HeadlessChrome/120.0',
    'Baiduspider',
    'curl/8.5.0',
    'Wget/1.21',
    'python-requests/2.31',
    'node',
    'Go-http-client/2.0',
    '-',
    '',
  ])('is not that of %s', (agent) => {
    expect(visitOf(given({}, { 'user-agent': agent }))).toBeNull();
  });

  it.each([
    firefox,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36',
  ])('is that of %s', (agent) => {
    expect(visitOf(given({}, { 'user-agent': agent }))).toEqual(view);
  });
});
