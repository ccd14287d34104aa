import { plainLines } from '@alianza/platform/run/log';
import type { Log } from '@alianza/platform/run/service-definition';

/** What the lines of many requests have in common. */
export interface RequestKind {
  readonly method: string;
  /** The pattern of the route and never the address: addresses carry words, names and tickets. */
  readonly route: string;
  readonly status: number;
}

type WriteLine = (ms: number, correlation: string) => void;

/** Writes the line that the log has for every request. */
export function requestLines(log: Log): (kind: RequestKind) => WriteLine {
  const write = plainLines(log);
  return ({ method, route, status }) => {
    const kind = `"method":"${method}","route":"${route}","status":${status},"ms":`;
    return (ms, correlation) => write(`${kind}${Math.round(ms * 10) / 10},"correlation":"${correlation}"`, 'request');
  };
}
