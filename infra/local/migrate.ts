import { readFileSync } from 'node:fs';
import { provision } from './databases.js';
import { definitions } from './services.js';

/** A value or, under `<KEY>_FILE`, the file that holds it. */
function read(key: string): string | undefined {
  const file = process.env[`${key}_FILE`];
  return file === undefined ? process.env[key] : readFileSync(file, 'utf8').trimEnd();
}

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const adminUrl = read('MIGRATION_DATABASE_URL');
if (!adminUrl) end('Falta MIGRATION_DATABASE_URL: la dirección de quien puede crear bases y roles.');
const keyOf = (service: string) => `${service.toUpperCase()}_DATABASE_PASSWORD`;
const missing = definitions.map(({ name }) => keyOf(name)).filter((key) => !read(key));
if (missing.length > 0) end(`Falta la contraseña con la que entra cada servicio: ${missing.join(', ')} (o el mismo nombre con _FILE).`);

const secrets = Object.fromEntries(definitions.map(({ name }) => [name, read(keyOf(name)) ?? '']));
await provision(adminUrl, definitions, { secrets }).catch((error: unknown) =>
  end(`No se pudo migrar: ${error instanceof Error ? error.message : String(error)}`),
);
process.stdout.write(`Bases al día: ${definitions.map(({ name }) => `alianza_${name}`).join(', ')}\n`);
