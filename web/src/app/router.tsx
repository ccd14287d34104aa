import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { addressOf, type Place } from '../shared/session/place.js';
import { BrokenPage } from './broken-page.js';
import { NetworkGate } from './network-gate.js';
import { UnknownPage } from './unknown-page.js';
import { VisitorFrame } from './visitor-frame.js';

/** What a visitor does without an account, or on the way to one. */
const visitor: RouteObject[] = [
  { path: 'solicitud', lazy: () => import('../features/applications/routes/apply.js') },
  { path: 'solicitud/confirmar', lazy: () => import('../features/applications/routes/confirm.js') },
  { path: 'solicitud/seguimiento', lazy: () => import('../features/applications/routes/follow.js') },
  { path: 'consulta', lazy: () => import('../features/inquiries/routes/confirm.js') },
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
  { path: 'miembro/preferencias', lazy: () => import('../features/preferences/routes/preferences.js') },
];

const secretariat: RouteObject[] = [
  { index: true, lazy: () => import('./secretariat/first-queue.js') },
  { path: 'solicitudes', lazy: () => import('../features/applications/routes/queue.js') },
  { path: 'integrantes/:id/personas', lazy: () => import('../features/people/routes/of-organization.js') },
  { path: 'oficios', lazy: () => import('../features/letters/routes/queue.js') },
  { path: 'integrantes', lazy: () => import('../features/organizations/routes/members.js') },
  { path: 'practicas', lazy: () => import('../features/reviews/routes/queue.js') },
  { path: 'verificaciones', lazy: () => import('../features/verifications/routes/queue.js') },
  { path: 'replicas', lazy: () => import('../features/replications/routes/queue.js') },
  { path: 'consultas', lazy: () => import('../features/inquiries/routes/queue.js') },
  { path: 'taxonomia', lazy: () => import('../features/taxonomy/routes/taxonomy.js') },
  { path: 'importaciones', lazy: () => import('../features/imports/routes/list.js') },
  { path: 'importaciones/nueva', lazy: () => import('../features/imports/routes/begin.js') },
  { path: 'importaciones/:id', lazy: () => import('../features/imports/routes/import.js') },
  { path: 'importar-integrantes', lazy: () => import('../features/imports/members/list.js') },
  { path: 'importar-integrantes/nueva', lazy: () => import('../features/imports/members/begin.js') },
  { path: 'importar-integrantes/:id', lazy: () => import('../features/imports/members/import.js') },
  { path: 'bitacora', lazy: () => import('../features/audit/routes/log.js') },
];

/** Every page that is made in the browser, below the address of its network and language. */
export function makeRouter(place: Place) {
  const workspace: RouteObject = {
    lazy: () => import('./workspace/workspace.js'),
    children: [
      ...member,
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
