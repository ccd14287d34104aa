import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';

const folder = import.meta.dirname;
/** Schemas name each other by addresses where nobody is asked: what stands here is meant. */
const local = (text: string) => text.replaceAll(/schemaLocation="https?:\/\/[^"]*\/([^"/]+)"/g, 'schemaLocation="$1"');
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.xsd'))
  .map((file) => ({ fileName: file, contents: local(readFileSync(path.join(folder, file), 'utf8')) }));

const importing = (schemas: Readonly<Record<string, string>>) =>
  `<schema xmlns="http://www.w3.org/2001/XMLSchema">${Object.entries(schemas)
    .map(([namespace, file]) => `<import namespace="${namespace}" schemaLocation="${file}"/>`)
    .join('')}</schema>`;

const known = importing({
  'http://www.openarchives.org/OAI/2.0/': 'OAI-PMH.xsd',
  'http://www.openarchives.org/OAI/2.0/oai_dc/': 'oai_dc.xsd',
  'http://www.sitemaps.org/schemas/sitemap/0.9': 'sitemap.xsd',
  'http://www.w3.org/2005/Atom': 'atom.xsd',
});

/** What is wrong with a document by its schema; nothing where it is valid. */
export async function faultsOf(xml: string): Promise<string[]> {
  const { valid, errors, rawOutput } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: xml }],
    schema: [{ fileName: 'known.xsd', contents: known }],
    preload: files,
  });
  if (valid) return [];
  return errors.length > 0 ? errors.map(({ message }) => message) : [rawOutput];
}
