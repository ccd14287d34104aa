import { listAuditEntries } from '@alianza/contracts/audit/entries';
import { deadLetterOperations } from '@alianza/contracts/dead-letters';
import { listApplications } from '@alianza/contracts/membership/applications';
import { listActors } from '@alianza/contracts/membership/directory/actors';
import { listDirectory, listMembers } from '@alianza/contracts/membership/directory/members';
import { listActorImports } from '@alianza/contracts/membership/imports/actors';
import { listMemberImports } from '@alianza/contracts/membership/imports/members';
import { listNetworks } from '@alianza/contracts/membership/networks';
import { listLetters } from '@alianza/contracts/membership/representation/letters';
import { listNetworkRoles } from '@alianza/contracts/membership/representation/network-roles';
import { listMailings } from '@alianza/contracts/notifications/mailings';
import { listNotices } from '@alianza/contracts/notifications/notices';
import type { Operation } from '@alianza/contracts/operation';
import { listInquiries } from '@alianza/contracts/repository/inquiries';
import { listOwnPractices } from '@alianza/contracts/repository/practices';
import { listVerifications } from '@alianza/contracts/repository/publication/verifications';
import { listReceivedReplications } from '@alianza/contracts/repository/replications';
import { listReviews } from '@alianza/contracts/repository/reviews';

export type Reader = 'titular' | 'reviewer' | 'lead' | 'operator';

export interface List {
  readonly name: string;
  readonly who: Reader;
  readonly path: string;
  /** What it asks the platform for; several where each part of the platform is asked. */
  readonly asks: readonly Operation[];
  readonly empty: string;
  readonly failed: string;
  /** Somebody whose role the platform itself refuses; without, everybody may read it. */
  readonly stranger?: Reader;
}

const everyService = Object.values(deadLetterOperations);

const ofMembers: readonly List[] = [
  {
    ...{ name: 'what is due', who: 'titular', path: 'miembro', asks: [listOwnPractices] },
    ...{ empty: 'No hay nada pendiente', failed: 'No se pudo traer la lista de pendientes' },
  },
  {
    ...{ name: 'what is new', who: 'titular', path: 'miembro', asks: [listNotices] },
    ...{ empty: 'No hay avisos.', failed: 'No se pudieron traer los avisos' },
  },
  {
    ...{ name: 'own practices', who: 'titular', path: 'miembro/practicas', asks: [listOwnPractices], stranger: 'reviewer' },
    ...{ empty: 'Todavía no hay prácticas', failed: 'No se pudo traer la lista de prácticas' },
  },
  {
    ...{ name: 'notices', who: 'titular', path: 'miembro/avisos', asks: [listNotices] },
    ...{ empty: 'No hay avisos.', failed: 'No se pudieron traer los avisos' },
  },
  {
    ...{ name: 'questions to us', who: 'titular', path: 'miembro/consultas', asks: [listInquiries], stranger: 'reviewer' },
    ...{ empty: 'Ninguna consulta espera respuesta', failed: 'No se pudo traer la lista de consultas' },
  },
  {
    ...{ name: 'directory', who: 'titular', path: 'miembro/organizaciones', asks: [listDirectory] },
    ...{ empty: 'Ninguna organización cumple', failed: 'No se pudo traer el directorio' },
  },
];

const queues: readonly List[] = [
  {
    ...{ name: 'applications', who: 'lead', path: 'secretaria/solicitudes', asks: [listApplications], stranger: 'titular' },
    ...{ empty: 'No hay solicitudes por resolver', failed: 'No se pudieron traer las solicitudes' },
  },
  {
    ...{ name: 'letters to accredit', who: 'lead', path: 'secretaria/oficios', asks: [listLetters], stranger: 'titular' },
    ...{ empty: 'No hay oficios por acreditar', failed: 'No se pudieron traer los oficios' },
  },
  {
    ...{ name: 'practices in review', who: 'lead', path: 'secretaria/practicas', asks: [listReviews], stranger: 'titular' },
    ...{ empty: 'No hay prácticas por revisar', failed: 'No se pudieron traer las prácticas' },
  },
  {
    ...{ name: 'questions to the secretariat', who: 'lead', path: 'secretaria/consultas', asks: [listInquiries], stranger: 'titular' },
    ...{ empty: 'Ninguna consulta espera respuesta', failed: 'No se pudo traer la lista de consultas' },
  },
  {
    ...{ name: 'replications to confirm', who: 'lead', path: 'secretaria/replicas', asks: [listReceivedReplications] },
    ...{ empty: 'No hay réplicas por confirmar', failed: 'No se pudieron traer las réplicas' },
  },
  {
    ...{ name: 'practices to check', who: 'lead', path: 'secretaria/verificaciones', asks: [listVerifications], stranger: 'titular' },
    ...{ empty: 'No hay prácticas por comprobar', failed: 'No se pudieron traer las prácticas por comprobar' },
  },
];

const administration: readonly List[] = [
  {
    ...{ name: 'members', who: 'lead', path: 'secretaria/integrantes', asks: [listMembers], stranger: 'titular' },
    ...{ empty: 'Todavía no hay organizaciones integrantes', failed: 'No se pudo traer la lista de integrantes' },
  },
  {
    ...{ name: 'map of actors', who: 'lead', path: 'secretaria/actores', asks: [listActors], stranger: 'titular' },
    ...{ empty: 'Todavía no hay organizaciones en el mapa', failed: 'No se pudo traer el mapa de actores' },
  },
  {
    ...{ name: 'mailings', who: 'lead', path: 'secretaria/mensajes', asks: [listMailings], stranger: 'titular' },
    ...{ empty: 'Todavía no se envió ningún mensaje', failed: 'No se pudieron traer los mensajes' },
  },
  {
    ...{ name: 'imports of members', who: 'lead', path: 'secretaria/importar-integrantes', asks: [listMemberImports], stranger: 'titular' },
    ...{ empty: 'Todavía no se ha importado nada', failed: 'No se pudieron cargar las importaciones' },
  },
  {
    ...{ name: 'imports of actors', who: 'lead', path: 'secretaria/actores/importar', asks: [listActorImports], stranger: 'titular' },
    ...{ empty: 'Todavía no se ha importado nada', failed: 'No se pudieron cargar las importaciones' },
  },
  {
    ...{ name: 'roles in the network', who: 'lead', path: 'secretaria/papeles', asks: [listNetworkRoles], stranger: 'titular' },
    ...{ empty: 'Nadie tiene todavía un papel en toda la red', failed: 'No se pudieron traer los papeles' },
  },
  {
    ...{ name: 'deliveries of the network', who: 'lead', path: 'secretaria/entregas', asks: everyService.map(({ own }) => own) },
    ...{ empty: 'No hay entregas fallidas', failed: 'No se pudieron traer las entregas fallidas', stranger: 'titular' },
  },
  {
    ...{ name: 'audit log', who: 'lead', path: 'secretaria/bitacora', asks: [listAuditEntries], stranger: 'reviewer' },
    ...{ empty: 'Todavía no hay nada en la bitácora.', failed: 'No se pudo traer la bitácora' },
  },
];

const operation: readonly List[] = [
  {
    ...{ name: 'networks', who: 'operator', path: '/operacion', asks: [listNetworks] },
    ...{ empty: 'Todavía no hay redes', failed: 'No se pudo traer la lista de redes' },
  },
  {
    ...{ name: 'deliveries', who: 'operator', path: '/operacion/entregas', asks: everyService.map(({ list }) => list) },
    ...{ empty: 'No hay entregas fallidas', failed: 'No se pudieron traer las entregas fallidas' },
  },
];

/** Every list of the workspaces. */
export const lists: readonly List[] = [...ofMembers, ...queues, ...administration, ...operation];

/** What every one of them says where there is nothing. */
export const nothing = {
  ...{ items: [], nextCursor: null, total: 0, unread: 0, countries: [], invitations: [], consumers: [], taken: [] },
  ...{ counts: { sector: [], region: [], country: [] }, facets: { sector: [], region: [], country: [], state: [], status: [] } },
};
