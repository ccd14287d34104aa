import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, report } from './source-files.mjs';

/** The first that fits a document's path is its limit in lines. */
const limits = [
  { file: /^README\.md$/, most: 120 },
  { file: /^ARCHITECTURE\.md$/, most: 200 },
  { file: /^CONTRIBUTING\.md$/, most: 100 },
  { file: /^docs\/adr\/\d{4}-[a-z0-9-]+\.md$/, most: 60 },
  { file: /^services\/[^/]+\/README\.md$/, most: 40 },
];

const lengthOf = (file, text) => {
  const limit = limits.find((each) => each.file.test(file));
  const lines = text.trimEnd().split('\n').length;
  return limit && lines > limit.most ? [`${file}: ${lines} lines (at most ${limit.most}).`] : [];
};

/** Targets of `[…](target)` and `src="target"` that are files here. */
const linksIn = (text) =>
  [...text.matchAll(/\]\(([^()\s]{1,300})\)|(?:src|href)="([^"\s]{1,300})"/g)]
    .map(([, markdown, html]) => markdown ?? html)
    .filter((target) => !/^(?:[a-z]+:|#|\/)/.test(target))
    .map((target) => target.split('#')[0]);

/** Names like `packages/platform/src/clock.ts` in code marks: a document that walks through files is wrong once one is gone. */
const filesNamedIn = (text) =>
  [...text.matchAll(/`((?:packages|services|web|infra|test|tools|docs)\/[\w./-]{1,200}\.[a-z]{2,4})`/g)].map(([, name]) => name);

function brokenIn(root, file, text) {
  const beside = linksIn(text).map((target) => path.posix.join(path.posix.dirname(file), target));
  return [...beside, ...filesNamedIn(text)]
    .filter((target) => !existsSync(path.join(root, target)))
    .map((target) => `${file}: ${target} does not exist.`);
}

/** A sentence for every document that is too long, misnamed, or speaks of a file that is not there. */
export function documentFaults(root) {
  const documents = filesBelow(root, '.').filter((file) => file.endsWith('.md'));
  const misnamed = documents.filter((file) => file.startsWith('docs/adr/') && !limits.some((each) => each.file.test(file)));
  return [
    ...misnamed.map((file) => `${file}: a decision is named NNNN-what-was-decided.md.`),
    ...documents.flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return [...lengthOf(file, text), ...brokenIn(root, file, text)];
    }),
  ];
}

if (import.meta.main) report('documents', documentFaults(path.resolve(import.meta.dirname, '..')));
