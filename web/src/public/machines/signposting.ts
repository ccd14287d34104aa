import { attachmentAddress } from '@alianza/contracts/repository/files/picture-files';
import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { citationAddress, citationStyles } from '../citations/styles.js';
import { persistentAddress } from '../citations/reference.js';
import { licenceAddress } from '@alianza/contracts/repository/publication/licences';
import type { NetworkVisit, TypedLink } from '../visit.js';
import { schemaTypes } from './practice-data.js';
import { linkedData } from './record-types.js';

/** Who answers for the record: the network's home, or what its directory says of the organisation. */
function authorAddress({ owner }: PublishedPractice, { addressOf }: NetworkVisit): string {
  return owner === null ? addressOf() : `${addressOf('organizaciones')}?${new URLSearchParams({ q: owner }).toString()}`;
}

/** Links between a record and what a machine wants of it: FAIR Signposting, level 1 (signposting.org/FAIR). */
export function signposting(practice: PublishedPractice, visit: NetworkVisit): TypedLink[] {
  const { origin, addressOf } = visit;
  const record = origin + addressOf(`practicas/${practice.slug}`);
  const licence = licenceAddress(practice.licence);
  const citations = citationStyles.map((style) => ({ rel: 'describedby', href: citationAddress(record, style), type: style.types[0] }));
  return [
    { rel: 'cite-as', href: persistentAddress(practice, visit) },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${schemaTypes[practice.type]}` },
    { rel: 'author', href: origin + authorAddress(practice, visit) },
    ...(licence === null ? [] : [{ rel: 'license', href: licence }]),
    ...citations,
    { rel: 'describedby', href: citationAddress(record, { code: 'json-ld' }), type: linkedData },
    ...practice.attachments.map((file) => ({
      rel: 'item',
      href: origin + attachmentAddress(visit.network.code, practice.slug, file),
      type: file.type,
    })),
    { rel: 'collection', href: origin + addressOf('practicas'), type: 'text/html' },
  ];
}
