import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

const isFolder = (place: string) => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder and those above it, one by one: `mkdirSync` with `recursive` never returns where the system answers that the parent
 * does not exist although it does (/proc), and calls a disk that only reads a folder that is missing.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error; // otherwise somebody else made it meanwhile
  }
}
