import { IncomingMessage, ServerResponse, validateHeaderName, validateHeaderValue } from 'node:http';
import { Socket } from 'node:net';

/** The head of an answer that is sent many times, all but the id of the request. */
export interface ReadyHead {
  readonly headers: readonly string[];
  readonly text: string;
}

/** Where Node keeps the text of a head until the body goes. It promises nothing about it, so that it is looked for. */
type Written = ServerResponse & { _header?: string | null };
const isKnown = Object.hasOwn(new ServerResponse(new IncomingMessage(new Socket())), '_header');

/** Of names and values by turns. `keepAlive` are the milliseconds that a connection is kept. */
export function readyHead(headers: readonly string[], keepAlive: number, at: Date): ReadyHead {
  const own = ['Date', at.toUTCString(), 'Connection', 'keep-alive', 'Keep-Alive', `timeout=${Math.floor(keepAlive / 1000)}`];
  const all = [...headers, ...own];
  const lines = ['HTTP/1.1 200 OK'];
  for (let place = 0; place < all.length; place += 2) {
    const [name = '', value = ''] = all.slice(place);
    validateHeaderName(name);
    validateHeaderValue(name, value);
    lines.push(`${name}: ${value}`);
  }
  return { headers, text: [...lines, 'x-correlation-id: '].join('\r\n') };
}

/** To write a dozen headers anew costs a seventh of what a kept answer may take. A connection that ends with its answer is told so by Node. */
export function sendReady(response: Written, { headers, text }: ReadyHead, correlation: string, body: Uint8Array): void {
  if (isKnown && response.shouldKeepAlive) response._header = `${text}${correlation}\r\n\r\n`;
  else response.writeHead(200, [...headers, 'x-correlation-id', correlation]);
  response.end(body);
}
