import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../servers/make-folder.js';
import { diskFull, isDiskFull, StartFailure } from '../servers/start-failure.js';

/** Where errors of the start are written in full; the terminal gets one sentence. */
export const launchLog = (dataDir: string): string => path.join(dataDir, 'logs/launcher.log');

export function noteIn(file: string): (error: unknown) => void {
  return (error) => {
    try {
      makeFolder(path.dirname(file));
      appendFileSync(file, `${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    } catch {
      // a full or a forbidden disk is what the sentence on the terminal says
    }
  };
}

/** One sentence for whoever started it. */
export function sentenceFor(error: unknown, file: string): string {
  if (error instanceof StartFailure) return error.message;
  if (isDiskFull(error)) return diskFull().message;
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { code: undefined, message: String(error) };
  if (code === 'EADDRINUSE') return 'El puerto pedido se ocupó mientras se iniciaba: PORT puede indicar otro.';
  return `No se pudo iniciar: ${message} Los detalles están en ${file}.`;
}
