import { licenceAddress } from '@alianza/contracts/repository/publication/licences';
import { formats } from './file-links.js';
import type { OpenDataProps } from './open-data-page.js';

const types = {
  csv: 'text/csv',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A catalogue of the data sets, each in three formats, for those that look for data (schema.org). */
export function openDataData({ visit, records }: OpenDataProps, addressOf: (file: string) => string): object {
  const { network, origin, lang, text } = visit;
  const publisher = { '@type': 'Organization', name: network.name, url: origin + visit.addressOf() };
  const licence = licenceAddress('CC-BY-4.0');
  const dataset = (table: 'practicas' | 'organizaciones' | 'replicas', name: string, dateModified: string | null) => ({
    '@type': 'Dataset',
    name: `${network.name}: ${name}`,
    description: text('openData.description', { network: network.name }),
    license: licence,
    creator: publisher,
    isAccessibleForFree: true,
    ...(dateModified !== null && { dateModified }),
    distribution: formats.map((format) => ({
      '@type': 'DataDownload',
      encodingFormat: types[format],
      contentUrl: addressOf(`${table}.${format}`),
    })),
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    name: text('openData.title'),
    url: origin + visit.addressOf('datos-abiertos'),
    inLanguage: lang,
    license: licence,
    publisher,
    dataset: [
      dataset('practicas', text('openData.practices.title'), records.changedAt),
      dataset('organizaciones', text('openData.organizations.title'), null),
      dataset('replicas', text('openData.replications.title'), null),
    ],
  };
}
