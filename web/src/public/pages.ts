import { homePage } from './home/home-page.js';
import { networksPage } from './networks/networks-page.js';
import { notFoundPage } from './not-found/not-found-page.js';
import { organizationsPage } from './organizations/organizations-page.js';
import { originPage } from './origin/origin-page.js';
import { identifierPage } from './identifier/identifier-page.js';
import { practicePage } from './practice/practice-page.js';
import { resultsPage } from './results/results-page.js';
import type { NetworkVisit, Page, Visit } from './visit.js';

const slug = /^[a-z0-9-]{1,120}$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The page for what follows network and language in an address. */
export function pageAt(rest: readonly string[], visit: Visit, inNetwork: NetworkVisit | null): Promise<Page> | Page {
  const [section, name, ...more] = rest;
  if (inNetwork === null) return section === undefined ? networksPage(visit) : notFoundPage(visit, null);
  if (more.length > 0) return notFoundPage(visit, inNetwork);
  if (section === undefined) return homePage(inNetwork);
  if (section === 'practicas' && name === undefined) return resultsPage(inNetwork);
  if (section === 'practicas' && name !== undefined && slug.test(name)) return practicePage(inNetwork, name);
  if (section === 'id' && name !== undefined && uuid.test(name)) return identifierPage(inNetwork, name);
  if (section === 'organizaciones' && name === undefined) return organizationsPage(inNetwork);
  if (section === 'origen' && name === undefined && inNetwork.network.demo) return originPage(inNetwork);
  return notFoundPage(visit, inNetwork);
}
