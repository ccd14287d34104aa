import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, report } from './source-files.mjs';

const most = 12;
const isSource = (file) => /\.(?:tsx?|mjs|css)$/.test(file) && !/\.spec\.tsx?$|\.d\.ts$/.test(file);

/** Folders that grow by their nature, each with the reason. */
const exempt = [
  { folder: /\/migrations$/, reason: 'one file per change of the tables, never edited again' },
  { folder: /^packages\/texts\/(?:es|en)$/, reason: 'one catalog per area' },
  { folder: /^infra\/demo\/data(?:\/|$)/, reason: 'data, not code' },
];

/** A sentence for every folder with more source files than a reader takes in at a glance; specs do not count. */
export function crowdedFolders(root) {
  const counts = new Map();
  for (const file of filesBelow(root, '.').filter(isSource)) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > most && !exempt.some((each) => each.folder.test(folder)))
    .map(([folder, count]) => `${folder}: ${count} source files (at most ${most}): split it by sub-noun.`);
}

const longest = 300;

/** A sentence for every style sheet that is too long; of code the linter says it. */
export const longSheets = (root) =>
  filesBelow(root, '.')
    .filter((file) => file.endsWith('.css'))
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8').split('\n').length - 1])
    .filter(([, lines]) => lines > longest)
    .map(([file, lines]) => `${file}: ${lines} lines (at most ${longest}): split it by what it styles.`);

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..');
  report('sizes', [...crowdedFolders(root), ...longSheets(root)]);
}
