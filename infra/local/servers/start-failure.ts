/** A start that cannot go on, said in one sentence for whoever started it. */
export class StartFailure extends Error {}

export const diskFull = (): StartFailure => new StartFailure('El disco está lleno: hay que liberar espacio y volver a iniciar.');

export const brokenFolder = (folder: string, reason: string): StartFailure =>
  new StartFailure(`La carpeta de datos ${folder} no se puede usar: ${reason}`);

const noSpace = /No space left on device|ENOSPC|disk full/i;
const codesOfFullDisk = new Set(['ENOSPC', 'EDQUOT', '53100']);

export const saysDiskFull = (text: string): boolean => noSpace.test(text);

/** Whether an error, or what caused it, is a full disk: by code (system call, PostgreSQL) or by what a program printed. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && codesOfFullDisk.has(code)) || saysDiskFull(message) || isDiskFull(cause);
}

/** The embedded parts are for one machine and for demonstrations: in production their place is taken by real ones. */
export function refuseProduction(what: string, replacement: string): void {
  if (process.env.NODE_ENV === 'production') throw new StartFailure(`${what} no sirve en producción: ${replacement} indica uno propio.`);
}
