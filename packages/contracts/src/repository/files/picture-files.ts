// Plain lists and addresses, without schemas: the portal's public pages load them.

/** Under what a picture may be shown; what was allowed to this record alone stands last. */
export const pictureLicences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC0-1.0', 'with-permission'] as const;

/** Pixels across in which a picture is kept, besides its own width where that is less. */
const steps = [480, 960, 1600];
export const largestPicture = { width: 1600, height: 2400 };

/** The widths of a picture that is so wide at its largest. */
export const widthsOf = (width: number): number[] => [...steps.filter((step) => step < width), width];

/** For whoever shows a link to the record and knows no WebP. */
export const sharedPicture = 'social.jpg';

/** Names of the files that a picture consists of, by how wide it is at its largest. */
export const pictureFiles = (width: number): string[] => [...widthsOf(width).map((one) => `${String(one)}.webp`), sharedPicture];

/** Where the public finds one of them. What is there never changes. */
export const pictureAddress = (network: string, hash: string, file: string): string => `/files/pictures/${network}/${hash}/${file}`;

/** Where the public finds the logo of an organisation that shows it. */
export const logoAddress = (network: string, hash: string, file: string): string => `/files/logos/${network}/${hash}/${file}`;

/** Where the public finds the mark of a network. */
export const markAddress = (network: string, hash: string, file: string): string => `/files/marks/${network}/${hash}/${file}`;

/** Where the public takes a file of a record from. */
export const attachmentAddress = (network: string, slug: string, { hash, name }: { hash: string; name: string }): string =>
  `/${network}/practicas/${slug}/archivos/${hash}/${encodeURIComponent(name)}`;
