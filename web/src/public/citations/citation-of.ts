import { dataDocument } from '../machines/data-document.js';
import { notFoundPage } from '../not-found/not-found-page.js';
import { isMissing, type NetworkVisit, type Page } from '../visit.js';
import { citationDocument } from './citation-document.js';
import { versionPath } from './reference.js';
import { styleNamed } from './styles.js';

const file = { status: 200, title: null, description: '', indexed: false, kind: 'article', section: 'practices', main: null } as const;

/** `/{network}/practicas/{slug}/citation?style=`, and the same below one of its versions: how to cite a practice, as a file; without a style, in words; `json-ld` is all of its data. */
export async function citationOf(visit: NetworkVisit, slug: string, version?: number): Promise<Page> {
  const asked =
    version === undefined ? visit.ask('repository.practices.get', { slug }) : visit.ask('repository.versions.get', { slug, version });
  const practice = await asked.catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (practice === null) return notFoundPage(visit, visit, 'practice');
  const code = visit.query.get('style') ?? 'apa';
  const style = styleNamed(code);
  if (!style && code !== 'json-ld') return notFoundPage(visit, visit);
  const document = style
    ? citationDocument(practice, visit, { style, download: true, cited: version === undefined ? 'record' : 'version' })
    : dataDocument(practice, visit);
  const describes = {
    rel: 'describes',
    href: visit.origin + visit.addressOf(version === undefined ? `practicas/${slug}` : versionPath(practice)),
    type: 'text/html',
  };
  return { ...file, typedLinks: [describes], document };
}
