import type { AuditEntry } from '@alianza/contracts/audit/entries';
import { partsOf } from '../components/what-happened.js';

const opened = (page: string) => (id: string) => `${page}?abierta=${id}`;

/** Where staff open what an event happened to, by its noun. */
const places: Readonly<Record<string, (id: string) => string>> = {
  application: opened('secretaria/solicitudes'),
  organization: opened('secretaria/integrantes'),
  letter: opened('secretaria/oficios'),
  practice: opened('secretaria/practicas'),
  replication: opened('secretaria/replicas'),
  inquiry: opened('secretaria/consultas'),
  concept: opened('secretaria/taxonomia'),
  actor: (id) => `secretaria/actores/${id}`,
  mailing: (id) => `secretaria/mensajes/${id}`,
};

/** Below network and language; null where there is no page of it. What was published is read where everybody reads it. */
export function placeOf({ subject, aggregateId, data }: AuditEntry): string | null {
  const { noun } = partsOf(subject);
  const { slug } = data;
  if (noun === 'practice' && typeof slug === 'string' && slug !== '') return `practicas/${slug}`;
  return places[noun]?.(aggregateId) ?? null;
}
