import { openDataReference } from '@alianza/gateway/open-data/dictionary';
import { mailsReference } from '@alianza/notifications/notices/reference';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Documents that are made from the code; each has a spec that fails when it differs. */
const documents: Readonly<Record<string, () => string>> = { 'docs/mails.md': mailsReference, 'docs/open-data.md': openDataReference };

for (const [file, make] of Object.entries(documents)) {
  writeFileSync(path.resolve(import.meta.dirname, '..', file), make());
  process.stdout.write(`${file}\n`);
}
