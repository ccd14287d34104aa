// Specs whose subject is what goes wrong once in many tries: a defect that shows in one try of ten would pass the second.
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Faults that are shown where what they meet is at home. */
export const faultsElsewhere = [
  'services/audit/src/chain/chain.int.spec.ts', // F23
  'infra/local/backup/backup.int.spec.ts', // F24
  'services/gateway/src/uploads/uploads.int.spec.ts', // F25
  'services/gateway/src/uploads/redraw.spec.ts', // F25, what draws
];
const files = [...faultsElsewhere, 'services/membership/src/people/disabling.int.spec.ts'];
for (const file of files) if (!existsSync(path.join(root, file))) throw new Error(`${file} is there no more, but its one try is`);
const folders = ['test/attacks/', 'test/generic/', 'test/faults/'];

/** Whether a spec file, named from the root, fails for good when it fails. */
export const hasOneTry = (/** @type {string} */ file) => files.includes(file) || folders.some((folder) => file.startsWith(folder));
