import type { CountedUse } from '@alianza/contracts/repository/publication/counts';
import type { IncomingHttpHeaders } from 'node:http';

/** What somebody asked for and was given. */
export interface Given {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** A record that was read or taken along, in which network. */
export interface Visit {
  readonly network: string;
  readonly slug: string;
  readonly use: CountedUse;
}

/** `/agc/practicas/x`, `/agc/en/practicas/x`, and below the files of its citation, also of one of its versions, and its own. */
const address =
  /^\/([a-z][a-z0-9-]{0,19})(?:\/en)?\/practicas\/([a-z0-9-]{1,120})((?:\/versiones\/[1-9]\d{0,3})?\/citation|\/archivos\/[^?]+)?(?:\?|$)/;

/** How robots and programs name themselves. Whoever names nothing is one. */
const robots =
  /(?<!\bcu)bot(?![a-z])|crawl|spider|slurp|scan|preview|fetch|monitor|archive|headless|lighthouse|https?:\/\/|^\W*$|^(?:node|undici|curl|wget|python|java|go-http|okhttp|axios|libwww|ruby|php|perl)/i;

const isRobot = (agent: string | undefined): boolean => agent === undefined || robots.test(agent);

/** Read ahead by a browser for somebody who may never look. */
const isAhead = ({ purpose, 'sec-purpose': secPurpose, 'x-moz': moz, 'x-purpose': old }: IncomingHttpHeaders): boolean =>
  [purpose, secPurpose, moz, old].some((said) => typeof said === 'string' && /prefetch|preview|prerender/.test(said));

/** Given, or seen again as the browser had kept it. */
const thereWith: readonly number[] = [200, 304];

/** Which visit counts: a person's, of a record that was there. Null for every other request. */
export function visitOf({ method, url, status, headers }: Given): Visit | null {
  if (method !== 'GET' || !thereWith.includes(status)) return null;
  const [, network, slug, file] = address.exec(url) ?? [];
  if (network === undefined || slug === undefined) return null;
  const { 'user-agent': agent, 'sec-fetch-dest': dest } = headers;
  if (isRobot(agent) || isAhead(headers)) return null;
  if (file === undefined && dest !== undefined && dest !== 'document') return null;
  return { network, slug, use: file === undefined ? 'view' : 'download' };
}
