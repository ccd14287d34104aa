// What Jest counted in one run, read from the JSON that it leaves.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');

/** One line a failure, with the first lines of its reason: what stands above may be long gone from sight. */
function failureOf(file, title, reason) {
  const lines = stripVTControlCharacters(reason)
    .split('\n')
    .map((text) => text.trim());
  const first = lines
    .filter((text) => text !== '' && !text.startsWith('●'))
    .slice(0, 4)
    .join(' · ');
  return `${path.relative(root, file)}: ${title}: ${first}`.slice(0, 400);
}

function fileOf({ name, message, status, assertionResults }) {
  const failed = assertionResults.filter((one) => one.status === 'failed');
  const passed = assertionResults.filter((one) => one.status === 'passed').length;
  const told = failed.map(({ fullName, failureMessages: [reason = ''] }) => failureOf(name, fullName, reason));
  const unread = status === 'failed' && told.length === 0 ? [failureOf(name, 'could not be run', message)] : [];
  return { name, passed, failures: [...told, ...unread] };
}

/** Each spec file with the cases that passed and the failures in words; null where Jest left nothing that can be read. */
export function filesIn(output) {
  try {
    return JSON.parse(readFileSync(output, 'utf8')).testResults.map(fileOf);
  } catch {
    return null;
  }
}
