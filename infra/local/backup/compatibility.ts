import { postgresMajor } from '../servers/postgres.js';
import { StartFailure } from '../servers/start-failure.js';
import { definitions } from '../services.js';
import type { Manifest } from './manifest.js';

const known = (service: string): readonly string[] => {
  const found = definitions.find(({ name }) => name === service);
  return (found?.orm.migrations?.migrationsList ?? []).map((migration) => migration.name);
};

/** Migrations of this version that those applied lack: what reads the tables may want columns that are not there yet. */
export const pendingOf = (service: string, applied: readonly string[]): string[] =>
  known(service).filter((name) => !applied.includes(name));

/** Refuses a backup that this version could not run. */
export function refuseForeign({ postgres, state }: Pick<Manifest, 'postgres' | 'state'>): void {
  if (postgres !== postgresMajor)
    throw new StartFailure(
      `La copia es de PostgreSQL ${postgres} y este proyecto trae PostgreSQL ${postgresMajor}: se restaura con la versión del proyecto que la hizo.`,
    );
  const newer = Object.entries(state.services).flatMap(([service, { migrations }]) =>
    migrations.filter((name) => !known(service).includes(name)).map((name) => `${service} ${name}`),
  );
  if (newer.length > 0)
    throw new StartFailure(
      `La copia tiene migraciones que esta versión del proyecto no conoce (${newer.join(', ')}): se restaura con la versión que la hizo, o con una posterior.`,
    );
}
