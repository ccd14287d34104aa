import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isNkeySeed } from '../nats/nkeys.js';
import { readPrivateKey, readPublicKey } from '../principals/keys.js';

/** Values that demos and templates use; nobody starts production with them. */
const wellKnown = ['cuidar-es-trabajo', 'postgres', 'alianza', 'changeme', 'password', 'secret', 'example'];

export const secret = () => z.string().min(1).meta({ secret: true });

const holds = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

/** JSON by a schema. What is wrong with it is told without repeating it. */
export const jsonOf = <T extends z.ZodType>(schema: T) =>
  z.string().transform((json, context): z.output<T> => {
    let parsed: z.ZodSafeParseResult<z.output<T>> | null = null;
    if (holds(() => JSON.parse(json))) parsed = schema.safeParse(JSON.parse(json));
    if (parsed?.success) return parsed.data;
    context.issues.push({ code: 'custom', input: json });
    return z.NEVER;
  });

/** Where an orchestrator can only leave a variable empty, that says nothing. */
const orNothing = <T extends z.ZodType<string>>(schema: T) =>
  z
    .union([z.literal(''), schema])
    .optional()
    .transform((value) => value || undefined);

const privateKey = secret().refine((key) => holds(() => readPrivateKey(key)));
const publicKey = z.string().refine((key) => holds(() => readPublicKey(key)));

/** The client takes no user or password from an address: one that names them would connect as nobody. */
const namesNobody = (addresses: string): boolean => addresses.split(',').every((address) => !address.includes('@'));

/** What every service reads. Keys are Ed25519: PKCS #8 (own) and SPKI (others), DER in base64. */
export const baseConfig = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  NATS_URL: z.string().min(1).refine(namesNobody),
  /** Without it the server must let anybody in, which production refuses. */
  NATS_NKEY_SEED: secret().refine(isNkeySeed).optional().meta({ secret: true, production: 'required' }),
  /** Servers that keep each stream: one, and three in production, unless this says how many. */
  NATS_REPLICAS: z.coerce.number().int().min(1).max(5).optional(),
  DATABASE_URL: secret(),
  SERVICE_KEY: privateKey.meta({ secret: true }),
  TRUSTED_KEYS: jsonOf(z.record(z.string(), publicKey)),
  FILES_DIR: z.string().min(1),
  /** Where files live instead of in that folder: a server that speaks S3, and a bucket of it that is there already. */
  S3_URL: orNothing(z.url({ protocol: /^https?$/ })),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_BUCKET: orNothing(z.string()),
  S3_ACCESS_KEY: secret().optional(),
  S3_SECRET_KEY: secret().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  HEALTH_PORT: z.coerce.number().int().optional(),
  /** Where `HEALTH_PORT` is reached from: this machine alone, unless an orchestrator probes from elsewhere. */
  HEALTH_HOST: z.string().min(1).default('127.0.0.1'),
  /** Counted, and read at `/metrics` of `HEALTH_PORT`. */
  METRICS: z.enum(['on', 'off']).default('on'),
  /** Where an OpenTelemetry collector takes traces over HTTP; none are made without it. */
  OTEL_EXPORTER_OTLP_ENDPOINT: orNothing(z.url({ protocol: /^https?$/ })),
  /** Which part of all requests is traced. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
});
export type BaseConfig = z.infer<typeof baseConfig>;

const usualReplicas = { production: 3, development: 1, test: 1 };
export const replicasOf = ({ NODE_ENV, NATS_REPLICAS }: Pick<BaseConfig, 'NODE_ENV' | 'NATS_REPLICAS'>): number =>
  NATS_REPLICAS ?? usualReplicas[NODE_ENV];

export type Environment = Readonly<Record<string, string | undefined>>;

function fromFile(env: Environment, key: string): string | undefined {
  const file = env[`${key}_FILE`];
  if (file === undefined) return env[key];
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    throw new Error(`configuration: ${key}_FILE names a file that cannot be read (${String((error as NodeJS.ErrnoException).code)})`);
  }
}

function passwordOf(value: string): string {
  if (!URL.canParse(value)) return value;
  const { password } = new URL(value);
  return holds(() => decodeURIComponent(password)) ? decodeURIComponent(password) : password;
}

const isWellKnown = (value: string | undefined): boolean => value !== undefined && wellKnown.includes(passwordOf(value).toLowerCase());

const isSecret = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodOptional ? isSecret(schema.unwrap() as z.ZodType) : schema.meta()?.secret === true;

/**
 * Reads a configuration; `<KEY>_FILE` names a file that holds the value. Throws one sentence that names every key at fault,
 * and in production also one for what only production needs, and for a secret that is well known. Never repeats a value.
 */
export function readConfig<S extends z.ZodObject>(schema: S, env: Environment): z.output<S> {
  const given = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, fromFile(env, key)]));
  const result = schema.safeParse(given);
  if (!result.success) {
    throw new Error(`configuration: ${result.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`).join(', ')}`);
  }
  if (env.NODE_ENV === 'production') {
    refuseMissing(schema, given);
    refuseKnownSecrets(schema, given);
  }
  return result.data;
}

/** What `meta({ production: 'required' })` marks: elsewhere there is a way without it. */
function refuseMissing(schema: z.ZodObject, given: Record<string, string | undefined>): void {
  const needed = Object.entries(schema.shape).filter(([, value]) => (value as z.ZodType).meta()?.production === 'required');
  const missing = needed.flatMap(([key]) => (given[key] === undefined ? [key] : []));
  if (missing.length > 0) throw new Error(`configuration: ${missing.join(', ')} missing, which production needs`);
}

function refuseKnownSecrets(schema: z.ZodObject, given: Record<string, string | undefined>): void {
  const secrets = Object.entries(schema.shape).filter(([, value]) => isSecret(value as z.ZodType));
  const weak = secrets.flatMap(([key]) => (isWellKnown(given[key]) ? [key] : []));
  if (weak.length > 0) throw new Error(`configuration: ${weak.join(', ')} hold a well-known value, which production refuses`);
}
