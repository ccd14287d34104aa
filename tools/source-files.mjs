import { readdirSync } from 'node:fs';
import path from 'node:path';

const passedOver = new Set(['node_modules', 'dist']);

/** Files below `folder`, as paths relative to `root`; what is installed, built or hidden is passed over. */
export function filesBelow(root, folder) {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true }).filter(
    ({ name }) => !passedOver.has(name) && !name.startsWith('.'),
  );
  return entries.flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(root, name);
    return entry.isFile() ? [name] : [];
  });
}

/** Prints what was found and ends with its code: a check is a list of sentences, and passes when it is empty. */
export function report(name, findings) {
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  process.stdout.write(findings.length === 0 ? `${name}: nothing found\n` : `${name}: ${findings.length} found\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
