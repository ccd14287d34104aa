import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { addActor } from '@alianza/contracts/membership/directory/actors';
import type { ApplicationForm } from '@alianza/contracts/membership/application-form';
import type { openNetwork } from '@alianza/contracts/membership/networks';
import type { registerOrganization } from '@alianza/contracts/membership/organizations';
import type { NewComment, PracticeContent, PracticeStatus } from '@alianza/contracts/repository/practices';
import type { editProfile } from '@alianza/contracts/membership/directory/profiles';
import type { Localized } from '@alianza/contracts/shapes';
import type { sendInquiry } from '@alianza/contracts/repository/inquiries';
import type { PictureLicence } from '@alianza/contracts/repository/files/record-files';
import type { addConcept } from '@alianza/contracts/repository/taxonomy';
import type { ReplicationContent } from '@alianza/contracts/repository/replications';
import type { Motif } from './drawn/artwork.js';

export type DemoNetworkSettings = z.input<(typeof openNetwork)['input']>;

/** One organisation in one network; one of two networks has two rows, as it will have two records. */
export interface DemoOrganization {
  readonly network: string;
  /** Invented: only these have people, and only these do anything. */
  readonly fictional: boolean;
  readonly organization: z.input<(typeof registerOrganization)['input']>;
}

/** A concept that a network adds to its taxonomy; `key` is how records name it in the data. */
export interface DemoConcept extends Pick<z.input<(typeof addConcept)['input']>, 'scheme' | 'labels' | 'from' | 'until'> {
  readonly network: string;
  readonly key: string;
}

/** A sourced record and the networks that publish it. */
export interface DemoPractice {
  readonly slug: string;
  readonly networks: readonly string[];
  readonly content: PracticeContent;
}

/** A picture that the demonstration draws, and what is said of it. */
export interface DemoPicture {
  readonly motif: Motif;
  readonly alt: Localized;
  readonly credit: string;
  readonly licence: PictureLicence;
}

/** A leaflet of one page that the demonstration writes. */
export interface DemoAttachment {
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly lines: readonly string[];
}

/** A practice of a fictional organisation, and how far it went. */
export interface OwnPractice {
  readonly network: string;
  readonly organization: string;
  /** Address of who writes it. */
  readonly by: string;
  /** Address of who comments, where changes were requested. */
  readonly reviewer: string | null;
  readonly state: Exclude<PracticeStatus, 'declined' | 'withdrawn'>;
  readonly comments: readonly NewComment[];
  readonly content: PracticeContent;
  readonly pictures?: readonly DemoPicture[];
  readonly attachments?: readonly DemoAttachment[];
}

/** A record of the network that a fictional organisation says it repeated. */
export interface DemoReplication {
  readonly network: string;
  readonly organization: string;
  /** Address of who tells it. */
  readonly by: string;
  /** Slug of the record. */
  readonly practice: string;
  readonly state: 'told' | 'confirmed';
  /** Address of who confirms it. */
  readonly secretariat: string | null;
  readonly content: ReplicationContent;
}

/** What a fictional organisation says of itself. */
export interface DemoProfile {
  readonly network: string;
  readonly organization: string;
  /** Address of its titular. */
  readonly by: string;
  readonly said: Pick<z.input<(typeof editProfile)['input']>, 'languages' | 'work' | 'links' | 'shows'>;
}

/** The document by which a fictional organisation designates somebody. */
export interface DemoLetter {
  readonly network: string;
  readonly organization: string;
  /** Address of its titular, who files it. */
  readonly by: string;
  readonly role: 'titular' | 'suplente';
  /** Address of who accredits it; null where it still waits. */
  readonly secretariat: string | null;
  readonly office: string;
  readonly dated: string;
  readonly validUntil: string;
  /** What the document says. */
  readonly lines: readonly string[];
}

/** What an invented reader asks about a record of the network. */
export interface DemoInquiry {
  readonly network: string;
  /** Address of who answers in the secretariat's name. */
  readonly secretariat: string;
  readonly form: z.input<(typeof sendInquiry)['input']>;
}

/** An application of an organisation that does not exist, and what the secretariat asked of it. */
export interface DemoApplication {
  readonly network: string;
  /** Address of who asks in the secretariat's name. */
  readonly secretariat: string;
  readonly question: string | null;
  /** The notice is the one in force where it is sent. */
  readonly form: Omit<z.input<typeof ApplicationForm>, 'notice'>;
}

/** An organisation that does not exist, on the map of actors of a network. */
export interface DemoActor {
  readonly network: string;
  /** Address of who enters it in the secretariat's name. */
  readonly secretariat: string;
  /** What was said in a conversation with it; null without one. */
  readonly noted: string | null;
  readonly invited: boolean;
  readonly said: z.input<(typeof addActor)['input']>;
}

const files = ['networks', 'organizations', 'people', 'taxonomy', 'practices', 'live'] as const;
const textOf = (name: (typeof files)[number]) => readFileSync(path.join(import.meta.dirname, 'data', `${name}.json`), 'utf8');

/** Read when asked for, since only a first load needs them. That they are what the contracts want is proved by the spec. */
export const readNetworks = () => JSON.parse(textOf('networks')) as DemoNetworkSettings[];
export const readOrganizations = () => JSON.parse(textOf('organizations')) as DemoOrganization[];
export const readTaxonomy = () => JSON.parse(textOf('taxonomy')) as DemoConcept[];
export const readPractices = () => JSON.parse(textOf('practices')) as DemoPractice[];
/** The same for a network that adds no concepts of its own. */
export const readUnfiledPractices = () =>
  readPractices().map((practice): DemoPractice => ({ ...practice, content: { ...practice.content, priorityAreas: [] } }));
export const readLive = () =>
  JSON.parse(textOf('live')) as {
    practices: OwnPractice[];
    replications: DemoReplication[];
    applications: DemoApplication[];
    profiles: DemoProfile[];
    letters: DemoLetter[];
    inquiries: DemoInquiry[];
    actors: DemoActor[];
  };

/** Changes whenever anything in the data does. */
export function dataStamp(): string {
  const hash = createHash('sha256');
  for (const name of files) hash.update(textOf(name));
  return hash.digest('hex');
}
