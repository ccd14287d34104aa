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

if (import.meta.main) report('folder sizes', crowdedFolders(path.resolve(import.meta.dirname, '..')));
