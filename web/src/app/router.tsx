import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { addressOf, operation as operationSegment, type Place } from '../shared/session/place.js';
import { BrokenPage } from './broken-page.js';
import { NetworkGate } from './network-gate.js';
import { UnknownPage } from './unknown-page.js';
import { VisitorFrame } from './visitor-frame.js';

/** What a visitor does without an account, or on the way to one. */
const visitor: RouteObject[] = [
  { path: 'solicitud', lazy: () => import('../features/applications/routes/apply.js') },
  { path: 'solicitud/invitacion', lazy: () => import('../features/applications/routes/invited.js') },
  { path: 'solicitud/confirmar', lazy: () => import('../features/applications/routes/confirm.js') },
  { path: 'solicitud/seguimiento', lazy: () => import('../features/applications/routes/follow.js') },
  { path: 'consulta/:slug?', lazy: () => import('../features/inquiries/routes/confirm.js') },
  { path: 'cuenta/correo', lazy: () => import('../features/account/routes/confirm-address.js') },
  { path: 'invitacion', lazy: () => import('../features/invitations/routes/invitation.js') },
];

const member: RouteObject[] = [
  { path: 'miembro', lazy: () => import('./home/member-home.js') },
  { path: 'miembro/practicas', lazy: () => import('../features/practices/routes/own.js') },
  { path: 'miembro/practicas/nueva', lazy: () => import('../features/practices/routes/begin.js') },
  { path: 'miembro/practicas/:id', lazy: () => import('../features/practices/routes/edit.js') },
  { path: 'miembro/replicas', lazy: () => import('../features/replications/routes/own.js') },
  { path: 'miembro/replicas/nueva', lazy: () => import('../features/replications/routes/begin.js') },
  { path: 'miembro/replicas/:id', lazy: () => import('../features/replications/routes/sheet.js') },
  { path: 'miembro/consultas', lazy: () => import('../features/inquiries/routes/own.js') },
  {
    lazy: () => import('./workspace/our-organization.js'),
    children: [
      { path: 'miembro/organizacion', lazy: () => import('../features/organizations/routes/own.js') },
      { path: 'miembro/personas', lazy: () => import('../features/people/routes/own.js') },
    ],
  },
  { path: 'miembro/organizaciones', lazy: () => import('../features/organizations/routes/directory.js') },
  { path: 'miembro/avisos', lazy: () => import('../features/notices/routes/notices.js') },
  { path: 'miembro/cuenta', lazy: () => import('../features/account/routes/own.js') },
  { path: 'miembro/preferencias', lazy: () => import('../features/preferences/routes/preferences.js') },
];

/** What is looked for in the masthead, as a page. */
const found: RouteObject = { path: 'buscar', lazy: () => import('../features/search-box/routes/found.js') };

/** How sheets are imported, of whatever kind. */
const importing: RouteObject[] = [
  { index: true, lazy: () => import('../features/imports/routes/list.js') },
  { path: 'nueva', lazy: () => import('../features/imports/routes/begin.js') },
  { path: ':id', lazy: () => import('../features/imports/routes/import.js') },
];

const secretariat: RouteObject[] = [
  { index: true, lazy: () => import('./secretariat/first-queue.js') },
  { path: 'solicitudes', lazy: () => import('../features/applications/routes/queue.js') },
  { path: 'integrantes/:id/datos', lazy: () => import('../features/organizations/routes/correct.js') },
  { path: 'actores', lazy: () => import('../features/actors/routes/map.js') },
  { path: 'actores/nuevo', lazy: () => import('../features/actors/routes/add.js') },
  { path: 'actores/:id', lazy: () => import('../features/actors/routes/edit.js') },
  { path: 'actores/importar', lazy: () => import('../features/imports/routes/actors.js'), children: importing },
  { path: 'integrantes/:id/personas', lazy: () => import('../features/people/routes/of-organization.js') },
  { path: 'oficios', lazy: () => import('../features/letters/routes/queue.js') },
  { path: 'integrantes', lazy: () => import('../features/organizations/routes/members.js') },
  { path: 'practicas', lazy: () => import('../features/reviews/routes/queue.js') },
  { path: 'verificaciones', lazy: () => import('../features/verifications/routes/queue.js') },
  { path: 'replicas', lazy: () => import('../features/replications/routes/queue.js') },
  { path: 'consultas', lazy: () => import('../features/inquiries/routes/queue.js') },
  { path: 'taxonomia', lazy: () => import('../features/taxonomy/routes/taxonomy.js') },
  { path: 'importaciones', lazy: () => import('../features/imports/routes/practices.js'), children: importing },
  { path: 'importar-integrantes', lazy: () => import('../features/imports/routes/members.js'), children: importing },
  { path: 'papeles', lazy: () => import('../features/roles/routes/roles.js') },
  { path: 'personas', lazy: () => import('../features/networks/routes/people.js') },
  { path: 'mensajes', lazy: () => import('../features/mailings/routes/list.js') },
  { path: 'mensajes/nuevo', lazy: () => import('../features/mailings/routes/write.js') },
  { path: 'mensajes/:id', lazy: () => import('../features/mailings/routes/mailing.js') },
  { path: 'bitacora', lazy: () => import('../features/audit/routes/log.js') },
  { path: 'entregas', lazy: () => import('../features/dead-letters/routes/of-network.js') },
  { path: 'ajustes', lazy: () => import('../features/networks/routes/settings.js') },
  { path: 'textos-legales', lazy: () => import('../features/networks/routes/statements.js') },
  { path: 'calendario', lazy: () => import('../features/calendars/routes/calendar.js') },
];

/** Where operators work: outside networks, on the installation as a whole. */
const operation: RouteObject[] = [
  { index: true, lazy: () => import('../features/networks/routes/list.js') },
  { path: 'redes/nueva', lazy: () => import('../features/networks/routes/open.js') },
  { path: 'redes/:code', lazy: () => import('../features/networks/routes/network.js') },
  { path: 'entregas', lazy: () => import('../features/dead-letters/routes/dead-letters.js') },
  { path: 'bitacora', lazy: () => import('../features/audit/routes/platform.js') },
];

function makeOperationRouter(place: Place) {
  const frame: RouteObject = {
    lazy: () => import('./operation/operation.js'),
    children: [...operation, { path: '*', Component: UnknownPage }],
  };
  const root = { path: addressOf(place, operationSegment), ErrorBoundary: BrokenPage, HydrateFallback: () => null, children: [frame] };
  return createBrowserRouter([root]);
}

/** Every page that is made in the browser, below the address of its network and language. */
export function makeRouter(place: Place) {
  if (place.network === '') return makeOperationRouter(place);
  const workspace: RouteObject = {
    lazy: () => import('./workspace/workspace.js'),
    children: [
      ...member,
      found,
      { path: 'secretaria', lazy: () => import('./secretariat/queues.js'), children: secretariat },
      { path: '*', Component: UnknownPage },
    ],
  };
  return createBrowserRouter([
    {
      path: addressOf(place),
      Component: NetworkGate,
      ErrorBoundary: BrokenPage,
      HydrateFallback: () => null,
      children: [
        { index: true, element: <Navigate to={addressOf(place, 'miembro')} replace /> },
        { Component: VisitorFrame, children: visitor },
        workspace,
      ],
    },
  ]);
}
