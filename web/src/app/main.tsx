import './work.css';
import './app.css';
import './workspace/account.css';
import './imports.css';
import './secretariat/members.css';
import './overlays.css';
import './operation/networks.css';
import './workspace/search-box.css';
import './writing.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import type { Auth } from '../shared/session/auth.js';
import { ApiProvider } from '../shared/session/api.js';
import { addressOf, PlaceProvider, placeOf, type Place } from '../shared/session/place.js';
import { makeQueryClient } from '../shared/session/queries.js';
import { loadText, loadVisitorText } from '../shared/texts/load-text.js';
import { TextProvider } from '../shared/texts/use-text.js';
import { makeRouter } from './router.js';

/** Pages of whoever has no account, from which no link leads to a workspace but by a new start. */
const isForVisitors = (place: Place) =>
  ['solicitud', 'consulta', 'cuenta'].some((page) => location.pathname.startsWith(addressOf(place, page)));

/** A visitor never meets the provider; everybody else may be signed in already. */
async function authFor(place: Place): Promise<Auth | null> {
  if (isForVisitors(place)) return null;
  const { awayAuth, startAuth } = await import('../shared/session/auth.js');
  return startAuth(place.lang).catch(() => awayAuth);
}

async function start(root: HTMLElement): Promise<void> {
  const place = placeOf(location.pathname);
  const [text, auth] = await Promise.all([(isForVisitors(place) ? loadVisitorText : loadText)(place.lang), authFor(place)]);
  createRoot(root).render(
    <StrictMode>
      <PlaceProvider value={place}>
        <TextProvider value={text}>
          <QueryClientProvider client={makeQueryClient()}>
            <ApiProvider auth={auth} actingFor={null}>
              <RouterProvider router={makeRouter(place)} />
            </ApiProvider>
          </QueryClientProvider>
        </TextProvider>
      </PlaceProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) await start(root);
