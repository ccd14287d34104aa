import 'reflect-metadata';
import { openOrm } from '@alianza/platform/data/dialect';
import { readConfig } from '@alianza/platform/run/config';
import { openLog } from '@alianza/platform/run/log';
import { readFileSync } from 'node:fs';
import { membershipConfig, type MembershipConfig } from './config.js';
import { directoryFor } from './identity/identity.module.js';
import { Reconciliation, type Difference, type Finding, type Reconciled } from './identity/reconciliation.js';
import { definition } from './service.js';

const inWords: Record<Difference, string> = {
  missing: 'no tiene cuenta en el servicio de acceso',
  'enabled-though-disabled': 'está inhabilitada aquí y puede entrar',
  'disabled-though-active': 'está activa aquí y no puede entrar',
  'sessions-left': 'está inhabilitada aquí y tiene sesiones abiertas',
  'not-deleted': 'se borró aquí y su cuenta sigue',
};

function databaseUrl(): string {
  const file = process.env.DATABASE_URL_FILE;
  const url = file === undefined ? process.env.DATABASE_URL : readFileSync(file, 'utf8').trimEnd();
  if (!url) throw new Error('Falta DATABASE_URL: la dirección de la base de datos de membership, como la lee su servicio.');
  return url;
}

async function reconcile(mends: boolean): Promise<Reconciled> {
  const log = openLog('membership', 'silent');
  const config = readConfig(membershipConfig, process.env) as MembershipConfig;
  const orm = await openOrm(definition.orm, databaseUrl(), log, 1);
  try {
    const { em } = orm; // looked at by `inNetwork` alone
    return await new Reconciliation(em, directoryFor(config, log), mends).run();
  } finally {
    await orm.close();
  }
}

const endOf = ({ mended, failure }: Finding) =>
  failure === undefined ? (mended ? ': corregido' : '') : `: no se pudo corregir (${failure})`;
const lineOf = (finding: Finding) =>
  `${finding.personId}  ${finding.differences.map((difference) => inWords[difference]).join('; ')}${endOf(finding)}\n`;

/** Whether all is as membership has decided, or was made so. */
async function run(): Promise<boolean> {
  const mends = process.argv.includes('--mend');
  const { accounts, findings, told } = await reconcile(mends);
  if (!told) {
    process.stdout.write('El servicio de acceso lleva sus cuentas por su lado: no hay nada que comparar.\n');
    return true;
  }
  process.stdout.write(findings.map(lineOf).join(''));
  process.stdout.write(`${String(accounts)} cuentas comparadas; ${String(findings.length)} con diferencias.\n`);
  if (findings.length > 0 && !mends) process.stdout.write('Con --mend se corrigen.\n');
  return findings.every(({ mended }) => mended);
}

await run().then(
  (fine) => (process.exitCode = fine ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`No se pudieron comparar las cuentas: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
