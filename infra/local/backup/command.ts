import { Stops } from '../launcher/stops.js';
import { isDiskFull, StartFailure } from '../servers/start-failure.js';

const patience = 20_000;

function sentenceFor(error: unknown, what: string): string {
  if (isDiskFull(error))
    return `El disco se llenó y ${what} no quedó hecha; lo que iba a medias se quitó. Hay que liberar espacio y repetir.`;
  if (error instanceof StartFailure) return error.message;
  const { code, path: place } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `No hay permiso para leer o escribir ${place ?? 'ahí'}: ${what} no quedó hecha.`;
  return `No se pudo hacer ${what}: ${error instanceof Error ? error.message : String(error)}`;
}

/** Runs a command that starts servers and writes drafts: however it ends, both are gone, and the terminal has one sentence. */
export async function runCommand(what: string, work: (stops: Stops) => Promise<void>): Promise<never> {
  const stops = new Stops(patience, () => undefined);
  let leaving = false;
  const leave = async (code: number): Promise<never> => {
    leaving = true;
    await stops.all();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!leaving) void leave(130);
    });
  }
  process.once('disconnect', () => void leave(143)); // whoever started us on another Node is gone
  try {
    await work(stops);
    return await leave(0);
  } catch (error) {
    if (leaving) return await new Promise<never>(() => undefined); // it broke because it was told to end
    process.stderr.write(`${sentenceFor(error, what)}\n`);
    return leave(1);
  }
}
