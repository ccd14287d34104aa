import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, report } from './source-files.mjs';
import { catalogFaults, readCatalogs } from './texts/catalogs.mjs';
import { usesIn } from './texts/uses.mjs';

/** Families whose keys are made from data, so that no code names them one by one. */
const dynamic = {
  problems: 'by error code: contracts name them, and a spec of the gateway asks for each',
  mails: 'by the rule that sends the mail',
  notices: 'by the rule that makes the notice',
  taxonomy: 'by the codes of the vocabularies',
};

const speaking = ['web/src', 'services', 'infra/local'];
const isCode = (file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$|\.d\.ts$/.test(file);

/** A sentence for every text that is missing, differs between the languages, or that nobody reads. */
export function textFaults(root) {
  const [es, en] = ['es', 'en'].map((lang) => readCatalogs(path.join(root, 'packages/texts', lang)));
  const areas = new Set([...es.keys()].map((key) => key.slice(0, key.indexOf('.'))));
  const used = new Set();
  const patterns = [];
  const missing = [];
  for (const file of speaking.flatMap((folder) => filesBelow(root, folder)).filter(isCode)) {
    const uses = usesIn(file, readFileSync(path.join(root, file), 'utf8'), areas);
    for (const key of [...uses.spoken, ...uses.named]) {
      used.add(key);
      if (!es.has(key)) missing.push(`${file}: the text ${key} does not exist.`);
    }
    for (const pattern of uses.patterns) {
      patterns.push(pattern);
      if (![...es.keys()].some(pattern.fits)) missing.push(`${file}: no text is of the form ${pattern.form}.`);
    }
  }
  const isUsed = (key) => key.split('.')[0] in dynamic || used.has(key) || patterns.some((pattern) => pattern.fits(key));
  const idle = [...es.keys()].filter((key) => !isUsed(key)).map((key) => `${key}: nobody reads this text.`);
  return [...catalogFaults(es, en), ...missing, ...idle];
}

if (import.meta.main) report('texts', textFaults(path.resolve(import.meta.dirname, '..')));
