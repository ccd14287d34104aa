import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the lock says of a package. */
interface Locked {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

const root = path.resolve(import.meta.dirname, '../../..');
const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ');
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };

/** The last word on what is installed, and for whom. */
const install = dockerfile.match(/npm ci .*/g)?.at(-1) ?? '';
const omitted = [...install.matchAll(/--omit=(\w+)/g)].map(([, kind]) => kind);
const workspaces = [...install.matchAll(/-w (\S+)/g)].map(([, folder = '']) => folder);
const base = [...dockerfile.matchAll(/^FROM (\S+)/gm)].at(-1)?.[1] ?? '';
const libc = base.includes('alpine') ? 'musl' : 'glibc';

/** Where Node finds it from there. */
function placeOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '') {
    const place = path.posix.join(folder, 'node_modules', name);
    if (packages[place]) return packages[place].link === true ? (packages[place].resolved ?? place) : place;
    if (folder === '') return null;
  }
}

/** Every package that is installed for the image, on whatever machine. */
function installed(): Map<string, Locked> {
  const found = new Map<string, Locked>();
  const waiting = [...workspaces];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const locked = packages[place];
    if (!locked || found.has(place)) continue;
    found.set(place, locked);
    const names = Object.keys({ ...locked.dependencies, ...(!omitted.includes('optional') && locked.optionalDependencies) });
    const from = place;
    waiting.push(...names.map((name) => placeOf(name, from)).filter((next) => next !== null));
  }
  return found;
}

const parts = installed();
const fits = ({ os, cpu, libc: needed }: Locked, processor: string) =>
  os?.includes('linux') === true && cpu?.includes(processor) === true && needed?.includes(libc) !== false;
/** Those that come with a binary for each kind of machine. */
const native = [...parts].filter(([place, { optionalDependencies = {}, os }]) => {
  const own = Object.keys(optionalDependencies).map((name) => packages[placeOf(name, place) ?? '']);
  return os === undefined && own.some((part) => part?.os !== undefined && part.cpu !== undefined);
});

it('is made for the processes that run of it', () => {
  expect(workspaces.sort()).toEqual([
    'infra/local',
    ...['audit', 'gateway', 'membership', 'notifications', 'repository'].map((name) => `services/${name}`),
  ]);
  expect([...parts.keys()].filter((place) => !place.includes('node_modules/')).length).toBeGreaterThan(workspaces.length); // and of what they share
});

describe('what has a binary of its own', () => {
  it('is known here', () => {
    expect(native.map(([place]) => place)).toEqual(['node_modules/sharp']);
  });

  it.each(['x64', 'arm64'])('comes with the one for Linux on %s', (processor) => {
    for (const [place, { optionalDependencies = {} }] of native) {
      const fitting = Object.keys(optionalDependencies).filter((name) => {
        const part = placeOf(name, place);
        return part !== null && parts.has(part) && fits(packages[part] ?? {}, processor);
      });
      // what calls it, and the library that it calls
      expect([place, fitting.length]).toEqual([place, 2]);
    }
  });

  it('is not made by a script, since none is run', () => {
    expect(install).toContain('--ignore-scripts');
    expect([...parts].filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([place]) => place)).toEqual([]);
  });
});
