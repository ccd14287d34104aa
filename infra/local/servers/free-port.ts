import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections, so that none takes it before whoever asked listens; and none that browsers refuse. */
const [first, last] = [11_000, 32_767];

/** Workers of one run take every other port: what one has asked for and not yet opened, the other cannot be given. */
const lane = Number(process.env.JEST_WORKER_ID ?? 0) % 2;
const given = new Set<number>();

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A loopback port that nobody listened on a moment ago, each but once. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(first / 2, Math.ceil(last / 2)) * 2 + lane;
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}
