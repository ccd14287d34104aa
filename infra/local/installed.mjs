// `node infra/local/installed.mjs <script>`: dependencies as the lock says, then the script on Node 24. Runs on Node 20 with nothing installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const wantedNode = 24;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const stampOf = (folder) => path.join(folder, 'node_modules/.alianza-lock');
const lockDigest = (folder) =>
  createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');

function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return fallback;
    throw error;
  }
}

/** Whether what npm says it installed is what the lock asks for; packages of other platforms may be missing. */
function installedByHand(folder) {
  const { packages: installed } = JSON.parse(readOr(path.join(folder, 'node_modules/.package-lock.json'), '{"packages":{}}'));
  const { packages: wanted } = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(([place, { version, optional, integrity }]) => {
    if (place === '' || !place.includes('node_modules/')) return true;
    const there = installed[place];
    return there ? there.version === version && there.integrity === integrity : optional === true;
  });
}

/** True when `node_modules` is what the lock says: by the stamp of the last start, else by npm's own list of what it installed. */
export function isInstalled(folder) {
  if (readOr(stampOf(folder), '') === lockDigest(folder)) return true;
  if (!installedByHand(folder)) return false;
  stampInstalled(folder);
  return true;
}

/** Remembers that `node_modules` matches the lock as it is now. It lives inside, so that it goes when they go. */
export function stampInstalled(folder) {
  writeFileSync(stampOf(folder), lockDigest(folder));
}

/** Ends as the child ends; what ends us ends it first. */
function follow(child) {
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

async function install() {
  process.stdout.write('Instalando dependencias con npm ci (la primera vez tarda cerca de un minuto)…');
  const child = spawn('npm', ['ci', '--no-progress', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said = (said + data).slice(-20_000)));
  const began = performance.now();
  const code = await follow(child);
  if (code === 0) {
    stampInstalled(root);
    process.stdout.write(` ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    return;
  }
  process.stdout.write('\n');
  if (code < 128) process.stderr.write(`${said}\nNo se pudieron instalar las dependencias: npm ci terminó con el código ${code}.\n`);
  process.exit(code);
}

async function runHere(script, args) {
  process.argv = [process.execPath, script, ...args];
  if (script.endsWith('.ts')) await import('./swc-register.mjs');
  await import(pathToFileURL(script).href);
}

async function runOnWantedNode(script, args) {
  const node = path.join(root, 'node_modules/.bin/node');
  const loader = script.endsWith('.ts') ? ['--import', pathToFileURL(path.join(here, 'swc-register.mjs')).href] : [];
  // Over the channel the child learns that we are gone, even when nothing could be forwarded.
  const child = spawn(node, [...loader, script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  process.exit(await follow(child));
}

/** Installs what is missing and runs `script` (absolute) on a Node that is new enough. */
export async function runInstalled(script, args = []) {
  if (!isInstalled(root)) await install();
  const major = Number(process.versions.node.split('.')[0]);
  await (major >= wantedNode ? runHere(script, args) : runOnWantedNode(script, args));
}

function isEntry() {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
}

if (isEntry()) {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) {
    process.stderr.write('Uso: node infra/local/installed.mjs <guion> [argumentos]\n');
    process.exit(2);
  }
  await runInstalled(path.resolve(script), args);
}
