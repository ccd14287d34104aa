import { attachmentAddress, pictureAddress, sharedPicture } from '@alianza/contracts/repository/files/picture-files';
import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { pictureLicenceAddress } from '../../shared/practice/picture-licence.js';
import type { NetworkVisit, Page } from '../visit.js';

/** Pixels across that the form for sharing has at most. */
const sharedWidth = 1200;

/** As the vocabulary wants a width: with its unit, which UN/CEFACT calls E37. */
const pixels = (value: number) => ({ '@type': 'QuantitativeValue', value, unitCode: 'E37' });

/** The pictures and files of a record as schema.org data. */
export function mediaOf({ pictures, attachments, slug }: PublishedPractice, { origin, network: { code } }: NetworkVisit): object {
  const image = pictures.map(({ hash, width, height, alt, language, credit, licence }) => ({
    '@type': 'ImageObject',
    contentUrl: origin + pictureAddress(code, hash, `${String(width)}.webp`),
    encodingFormat: 'image/webp',
    width: pixels(width),
    height: pixels(height),
    description: alt,
    inLanguage: language,
    creditText: credit,
    ...(pictureLicenceAddress(licence) !== null && { license: pictureLicenceAddress(licence) }),
  }));
  const associatedMedia = attachments.map((file) => ({
    '@type': 'MediaObject',
    name: file.title,
    contentUrl: origin + attachmentAddress(code, slug, file),
    encodingFormat: file.type,
    contentSize: `${String(file.size)} B`,
    ...(file.language !== null && { inLanguage: file.language }),
  }));
  return { ...(image.length > 0 && { image }), ...(associatedMedia.length > 0 && { associatedMedia }) };
}

/** The first picture, which stands for the record wherever its link is shared. */
export function sharedPictureOf({ pictures }: PublishedPractice, { origin, network }: NetworkVisit): Pick<Page, 'picture'> {
  const [first] = pictures;
  if (first === undefined) return {};
  const width = Math.min(first.width, sharedWidth);
  const address = origin + pictureAddress(network.code, first.hash, sharedPicture);
  return { picture: { address, width, height: Math.round((first.height * width) / first.width), alt: first.alt } };
}
