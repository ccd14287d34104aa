import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { PracticeType } from '@alianza/contracts/vocabularies';
import { civilDate } from '../../shared/format/dates.js';
import { writeAddress } from '../addresses.js';
import type { NetworkVisit } from '../visit.js';
import { keywordsOf } from './keywords.js';

/** What every style of citation is written from. */
export interface Reference {
  /** Letters, digits and hyphens of ASCII. */
  readonly key: string;
  readonly type: PracticeType;
  /** Organisations, never people; at least one. */
  readonly authors: readonly string[];
  readonly title: string;
  readonly summary: string;
  /** Civil date of publication where the network is. */
  readonly issued: string;
  readonly publisher: string;
  readonly collection: string;
  readonly version: string;
  /** The persistent identifier. */
  readonly url: string;
  readonly lang: string;
  readonly keywords: readonly string[];
  readonly licence: string;
}

/** An address that stays, whatever the record is called later. */
export const persistentAddress = ({ id }: Pick<PublishedPractice, 'id'>, { network, origin }: NetworkVisit): string =>
  origin + writeAddress({ network: network.code, lang: 'es', rest: ['id', id] });

/**
 * Who answers for a record is its author, with the organisations that it names; a record that the network imported is the network's account of
 * what others did, and its words are not put into their mouths.
 */
export function authorsOf({ owner, organizations }: PublishedPractice, { network }: NetworkVisit): string[] {
  return owner === null ? [network.name] : [...new Set([owner, ...organizations])];
}

/** What is cited: the record, whose address leads to what it says now, or one version of it, which stays as it is. */
export type Cited = 'record' | 'version';

/** Where a version is read. */
export const versionPath = ({ slug, version }: Pick<PublishedPractice, 'slug' | 'version'>): string =>
  `practicas/${slug}/versiones/${String(version)}`;

export function referenceOf(practice: PublishedPractice, visit: NetworkVisit, cited: Cited = 'record'): Reference {
  const { type, title, summary, slug, publishedAt, version, languages, licence } = practice;
  const { network, text, lang } = visit;
  return {
    key: cited === 'version' ? `${network.code}-${slug}-v${String(version)}` : `${network.code}-${slug}`,
    type,
    authors: authorsOf(practice, visit),
    title,
    summary,
    issued: civilDate(publishedAt, network.zone),
    publisher: network.name,
    collection: text('practice.collection', { network: network.name }),
    version: String(version),
    url: cited === 'version' ? visit.origin + visit.addressOf(versionPath(practice)) : persistentAddress(practice, visit),
    lang: languages.title ?? lang,
    keywords: keywordsOf(practice, text).map(({ name }) => name),
    licence,
  };
}
