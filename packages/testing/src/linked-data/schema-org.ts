// Written down from the vocabulary of schema.org (https://schema.org/docs/full.html, release 29): the types that the portal speaks of, what each is
// a kind of, its own properties, and for each property the kinds of values it takes. What is not here was not looked up, and is refused.

export interface TypeTerm {
  /** What it is a kind of; none for the root. */
  readonly of: string | null;
  /** Its own properties, with their ranges parted by `|`. */
  readonly properties: Readonly<Record<string, string>>;
}

const person = 'Organization|Person';

export const schemaOrg: Readonly<Record<string, TypeTerm>> = {
  Thing: {
    of: null,
    properties: {
      alternateName: 'Text',
      description: 'Text|TextObject',
      identifier: 'PropertyValue|Text|URL',
      image: 'ImageObject|URL',
      mainEntityOfPage: 'CreativeWork|URL',
      name: 'Text',
      potentialAction: 'Action',
      sameAs: 'URL',
      url: 'URL',
    },
  },
  CreativeWork: {
    of: 'Thing',
    properties: {
      about: 'Thing',
      abstract: 'Text',
      associatedMedia: 'MediaObject',
      author: person,
      citation: 'CreativeWork|Text',
      conditionsOfAccess: 'Text',
      contributor: person,
      copyrightHolder: person,
      copyrightNotice: 'Text',
      copyrightYear: 'Number',
      creator: person,
      creditText: 'Text',
      dateCreated: 'Date|DateTime',
      dateModified: 'Date|DateTime',
      datePublished: 'Date|DateTime',
      encodingFormat: 'Text|URL',
      hasPart: 'CreativeWork',
      headline: 'Text',
      inLanguage: 'Language|Text',
      isAccessibleForFree: 'Boolean',
      isPartOf: 'CreativeWork|URL',
      keywords: 'DefinedTerm|Text|URL',
      license: 'CreativeWork|URL',
      mentions: 'Thing',
      publisher: person,
      spatialCoverage: 'Place',
      temporalCoverage: 'DateTime|Text|URL',
      usageInfo: 'CreativeWork|URL',
      version: 'Number|Text',
    },
  },
  Article: { of: 'CreativeWork', properties: { articleBody: 'Text', articleSection: 'Text', wordCount: 'Integer' } },
  Report: { of: 'Article', properties: { reportNumber: 'Text' } },
  LearningResource: { of: 'CreativeWork', properties: { educationalUse: 'DefinedTerm|Text', learningResourceType: 'DefinedTerm|Text' } },
  Dataset: { of: 'CreativeWork', properties: { distribution: 'DataDownload', includedInDataCatalog: 'DataCatalog' } },
  DataCatalog: { of: 'CreativeWork', properties: { dataset: 'Dataset' } },
  Legislation: {
    of: 'CreativeWork',
    properties: { legislationDate: 'Date', legislationIdentifier: 'Text|URL', legislationJurisdiction: 'AdministrativeArea|Text' },
  },
  Collection: { of: 'CreativeWork', properties: { collectionSize: 'Integer' } },
  WebSite: { of: 'CreativeWork', properties: { issn: 'Text' } },
  MediaObject: {
    of: 'CreativeWork',
    properties: {
      contentSize: 'Text',
      contentUrl: 'URL',
      height: 'Distance|QuantitativeValue',
      sha256: 'Text',
      uploadDate: 'Date|DateTime',
      width: 'Distance|QuantitativeValue',
    },
  },
  ImageObject: { of: 'MediaObject', properties: { caption: 'MediaObject|Text' } },
  DataDownload: { of: 'MediaObject', properties: {} },
  Organization: {
    of: 'Thing',
    properties: { location: 'Place|PostalAddress|Text|VirtualLocation', logo: 'ImageObject|URL', memberOf: 'Organization' },
  },
  Place: { of: 'Thing', properties: {} },
  AdministrativeArea: { of: 'Place', properties: {} },
  Country: { of: 'AdministrativeArea', properties: {} },
  DefinedTerm: { of: 'Thing', properties: { inDefinedTermSet: 'DefinedTermSet|URL', termCode: 'Text' } },
  QuantitativeValue: { of: 'Thing', properties: { unitCode: 'Text|URL', unitText: 'Text', value: 'Boolean|Number|Text' } },
  EntryPoint: { of: 'Thing', properties: { urlTemplate: 'Text' } },
  Action: { of: 'Thing', properties: { target: 'EntryPoint|URL' } },
  // How an action is asked for its input: https://schema.org/docs/actions.html, "-input".
  SearchAction: { of: 'Action', properties: { query: 'Text', 'query-input': 'Text' } },
};
