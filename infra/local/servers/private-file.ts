import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** 192 random bits in letters that need no escaping in an address, SQL or a configuration file. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** Replaces a file as a whole, readable by its owner only: whoever reads it meanwhile sees the old one or the new one. */
export function writePrivate(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, file);
}

export const readJson = <T>(file: string): T | null => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null);

/** A secret of this data folder: made the first time, kept afterwards. */
export function keptSecret(file: string): string {
  if (!existsSync(file)) writePrivate(file, newSecret());
  return readFileSync(file, 'utf8');
}
