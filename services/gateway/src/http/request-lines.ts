import { plainLines } from '@alianza/platform/run/log';
import type { Log } from '@alianza/platform/run/service-definition';

export interface RequestLine {
  readonly method: string;
  /** The pattern of the route and never the address: addresses carry words, names and tickets. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly correlation: string;
}

/** Writes the line that the log has for every request. */
export function requestLines(log: Log): (line: RequestLine) => void {
  const write = plainLines(log);
  return ({ method, route, status, ms, correlation }) => {
    const tenths = Math.round(ms * 10) / 10;
    write(`"method":"${method}","route":"${route}","status":${status},"ms":${tenths},"correlation":"${correlation}"`, 'request');
  };
}
