import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Child } from './servers/child.js';
import { diskFull, saysDiskFull, StartFailure } from './servers/start-failure.js';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'web/dist');
const stamp = path.join(dist, '.inputs');
const folders = ['packages/contracts/src', 'packages/texts', 'web/src', 'web/public'];
const skipped = new Set(['node_modules', 'dist']);

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const place = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(place) : [place];
  });
}

/** Of everything the build reads: names and contents. */
function digestOfInputs(): string {
  const beside = readdirSync(path.join(root, 'web')).filter((name) => /\.(?:mjs|ts|json|html)$/.test(name));
  const files = [
    ...folders.flatMap((folder) => filesIn(path.join(root, folder))),
    ...beside.map((name) => path.join(root, 'web', name)),
    path.join(root, 'package-lock.json'),
  ];
  const digest = createHash('sha256');
  for (const file of files.sort())
    digest
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return digest.digest('hex');
}

/** Where the built portal is. Built now when it is not there or is older than what it is made from; `tell` hears when that begins. */
export async function builtWeb(
  tell: (what: string) => void = () => undefined,
  logFile = path.join(root, '.cache/web-build.log'),
): Promise<string> {
  const wanted = digestOfInputs();
  const isCurrent = existsSync(path.join(dist, 'server/entry.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isCurrent) return dist;
  tell('compilando el portal');
  // in production's form even from a test run, whose NODE_ENV would be inherited
  const build = new Child('npm', ['run', 'build', '-w', 'web'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, logFile });
  if ((await build.ended) !== 0) {
    if (saysDiskFull(build.said)) throw diskFull();
    throw new StartFailure(`No se pudo compilar el portal; los detalles están en ${logFile}.`);
  }
  writeFileSync(stamp, wanted);
  return dist;
}
