import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { ApplicationForm } from '@alianza/contracts/membership/applications';
import type { openNetwork } from '@alianza/contracts/membership/networks';
import type { registerOrganization } from '@alianza/contracts/membership/organizations';
import type { NewComment, PracticeContent, PracticeStatus } from '@alianza/contracts/repository/practices';
import type { sendInquiry } from '@alianza/contracts/repository/inquiries';
import type { ReplicationContent } from '@alianza/contracts/repository/replications';

export type DemoNetworkSettings = z.input<(typeof openNetwork)['input']>;

/** One organisation in one network; one of two networks has two rows, as it will have two records. */
export interface DemoOrganization {
  readonly network: string;
  /** Invented: only these have people, and only these do anything. */
  readonly fictional: boolean;
  readonly organization: z.input<(typeof registerOrganization)['input']>;
}

/** A sourced record and the networks that publish it. */
export interface DemoPractice {
  readonly slug: string;
  readonly networks: readonly string[];
  readonly content: PracticeContent;
}

/** A practice of a fictional organisation, and how far it went. */
export interface OwnPractice {
  readonly network: string;
  readonly organization: string;
  /** Address of who writes it. */
  readonly by: string;
  /** Address of who comments, where changes were requested. */
  readonly reviewer: string | null;
  readonly state: Exclude<PracticeStatus, 'published' | 'declined' | 'withdrawn'>;
  readonly comments: readonly NewComment[];
  readonly content: PracticeContent;
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
  readonly form: z.input<typeof ApplicationForm>;
}

const files = ['networks', 'organizations', 'people', 'practices', 'live'] as const;
const textOf = (name: (typeof files)[number]) => readFileSync(path.join(import.meta.dirname, 'data', `${name}.json`), 'utf8');

/** Read when asked for, since only a first load needs them. That they are what the contracts want is proved by the spec. */
export const readNetworks = () => JSON.parse(textOf('networks')) as DemoNetworkSettings[];
export const readOrganizations = () => JSON.parse(textOf('organizations')) as DemoOrganization[];
export const readPractices = () => JSON.parse(textOf('practices')) as DemoPractice[];
export const readLive = () =>
  JSON.parse(textOf('live')) as {
    practices: OwnPractice[];
    replications: DemoReplication[];
    applications: DemoApplication[];
    inquiries: DemoInquiry[];
  };

/** Changes whenever anything in the data does. */
export function dataStamp(): string {
  const hash = createHash('sha256');
  for (const name of files) hash.update(textOf(name));
  return hash.digest('hex');
}
