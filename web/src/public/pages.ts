import { accessibilityPage } from './statements/accessibility-page.js';
import { helpPage } from './statements/help-page.js';
import { legalPage } from './statements/legal-page.js';
import { privacyPage } from './statements/privacy-page.js';
import { termsPage } from './statements/terms-page.js';
import { homePage } from './home/home-page.js';
import { networksPage } from './networks/networks-page.js';
import { notFoundPage } from './not-found/not-found-page.js';
import { openDataPage } from './open-data/open-data-page.js';
import { organizationPage } from './organization/organization-page.js';
import { organizationsPage } from './organizations/organizations-page.js';
import { originPage } from './origin/origin-page.js';
import { identifierPage } from './identifier/identifier-page.js';
import { inquiryKindAt } from './inquiries/addresses.js';
import { contactPage } from './inquiries/contact-page.js';
import { inquiryPage } from './inquiries/inquiry-page.js';
import { citationOf } from './citations/citation-of.js';
import { practicePage } from './practice/practice-page.js';
import { registerPage } from './replications/register-page.js';
import { resultsPage } from './results/results-page.js';
import { subscriptionPage } from './subscriptions/subscription-page.js';
import { versionPage } from './versions/version-page.js';
import { versionsPage } from './versions/versions-page.js';
import { withdrawnPage } from './withdrawn/withdrawn-page.js';
import type { NetworkVisit, Page, Visit } from './visit.js';

const slug = /^[a-z0-9-]{1,120}$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The page for what stands below a practice. */
function belowPractice(visit: NetworkVisit, practice: string, [part = '', number, ...more]: readonly string[]): Promise<Page> | Page {
  if (part === 'versiones' && number === undefined) return versionsPage(visit, practice);
  if (part === 'versiones' && number !== undefined && /^[1-9]\d{0,3}$/.test(number)) {
    if (more.length === 0) return versionPage(visit, practice, Number(number));
    if (more.length === 1 && more[0] === 'citation') return citationOf(visit, practice, Number(number));
  }
  if (number !== undefined) return notFoundPage(visit, visit);
  if (part === 'citation') return citationOf(visit, practice);
  const inquiry = inquiryKindAt(part);
  return inquiry ? inquiryPage(visit, practice, inquiry) : notFoundPage(visit, visit);
}

/** A practice or what stands below it; where it was withdrawn, that it was. */
async function practiceAt(visit: NetworkVisit, practice: string, below: readonly string[]): Promise<Page> {
  try {
    return await (below.length === 0 ? practicePage(visit, practice) : belowPractice(visit, practice, below));
  } catch (error) {
    return withdrawnPage(visit, practice, error);
  }
}

/** Plain words about the site, by their address. */
const statements: Readonly<Record<string, (visit: NetworkVisit) => Promise<Page> | Page>> = {
  ayuda: helpPage,
  contacto: contactPage,
  baja: subscriptionPage,
};

/** Pages of law; below each its versions of before. */
const laws: Readonly<Record<string, (visit: NetworkVisit, version?: number) => Promise<Page>>> = {
  'aviso-legal': legalPage,
  privacidad: privacyPage,
  accesibilidad: accessibilityPage,
  condiciones: termsPage,
};

const versionNumber = /^[1-9]\d{0,3}$/;

/** Plain words, where the address names them. */
function wordsAt(visit: NetworkVisit, section: string, version: string | undefined): Promise<Page> | Page | null {
  if (version === undefined && Object.hasOwn(statements, section)) return statements[section]?.(visit) ?? null;
  if (!Object.hasOwn(laws, section)) return null;
  if (version === undefined) return laws[section]?.(visit) ?? null;
  return versionNumber.test(version) ? (laws[section]?.(visit, Number(version)) ?? null) : null;
}

/** The page for what follows network and language in an address. */
export function pageAt(rest: readonly string[], visit: Visit, inNetwork: NetworkVisit | null): Promise<Page> | Page {
  const [section, name, ...more] = rest;
  if (inNetwork === null) return section === undefined ? networksPage(visit) : notFoundPage(visit, null);
  if (section === 'practicas' && name !== undefined && slug.test(name)) return practiceAt(inNetwork, name, more);
  if (more.length > 0) return notFoundPage(visit, inNetwork);
  if (section === undefined) return homePage(inNetwork);
  if (section === 'practicas' && name === undefined) return resultsPage(inNetwork);
  if (section === 'id' && name !== undefined && uuid.test(name)) return identifierPage(inNetwork, name);
  if (section === 'replicas' && name === undefined) return registerPage(inNetwork);
  if (section === 'organizaciones' && name === undefined) return organizationsPage(inNetwork);
  if (section === 'organizaciones' && name !== undefined && slug.test(name)) return organizationPage(inNetwork, name);
  const words = wordsAt(inNetwork, section, name);
  if (words) return words;
  if (section === 'datos-abiertos' && name === undefined) return openDataPage(inNetwork);
  if (section === 'origen' && name === undefined && inNetwork.network.demo) return originPage(inNetwork);
  return notFoundPage(visit, inNetwork);
}
