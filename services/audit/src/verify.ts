import 'reflect-metadata';
import { openOrm } from '@alianza/platform/data/dialect';
import { openLog } from '@alianza/platform/run/log';
import { readFileSync } from 'node:fs';
import { verifyChains, type Break, type Verdict } from './chain/verification.js';
import { definition } from './service.js';

const reasons: Record<Break['reason'], string> = {
  missing: 'falta',
  changed: 'fue cambiado',
  'free-text-changed': 'tiene cambiado el texto libre',
  'cut-off': 'fue quitado, o alguno de los que le siguen',
};

function databaseUrl(): string | undefined {
  const file = process.env.DATABASE_URL_FILE;
  return file === undefined ? process.env.DATABASE_URL : readFileSync(file, 'utf8').trimEnd();
}

async function verdictsOf(url: string): Promise<Verdict[]> {
  const orm = await openOrm(definition.orm, url, openLog('audit', 'silent'), 1);
  try {
    return await verifyChains(orm.em);
  } finally {
    await orm.close();
  }
}

const lineOf = ({ networkId, entries, broken }: Verdict): string => {
  const outcome = broken ? `el asiento ${String(broken.position)} ${reasons[broken.reason]}` : 'la cadena se sostiene';
  return `${networkId}  ${String(entries)} asientos comprobados: ${outcome}\n`;
};

/** Whether every chain holds; says of each how far, and where the first row is that does not. */
async function verify(): Promise<boolean> {
  const url = databaseUrl();
  if (!url) throw new Error('Falta DATABASE_URL: la dirección de la base de datos de la auditoría, como la lee su servicio.');
  const verdicts = await verdictsOf(url).catch((error: unknown) => {
    throw new Error(`No se pudo leer la base de datos de la auditoría: ${error instanceof Error ? error.message : String(error)}`);
  });
  process.stdout.write(verdicts.length > 0 ? verdicts.map(lineOf).join('') : 'La auditoría no tiene asientos todavía.\n');
  return verdicts.every(({ broken }) => broken === null);
}

await verify().then(
  (holds) => (process.exitCode = holds ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
