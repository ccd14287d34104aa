import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { EditablePractice, PublishedPractice } from '@alianza/contracts/repository/practices';
import { versionBegun, versionDiscarded } from '@alianza/contracts/repository/publication/versions';
import type { compareVersions, getVersion, listVersions } from '@alianza/contracts/repository/publication/versions';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { PracticeNotFoundError, PracticeNotPublishedError } from '../practices/practices.errors.js';
import { PracticeDesk } from '../practices/practice-desk.js';
import { viewPublished } from '../search/published.views.js';
import { refuseWithdrawn } from '../withdrawals/withdrawals.queries.js';
import { difference } from './difference.js';
import { publishedContent, versionsBySlug, type VersionRow } from './versions.queries.js';

/** The versions of a published practice: the one being written, and those that the public reads. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly reads: PublicReads,
    private readonly desk: PracticeDesk,
  ) {}

  async begin(id: string, call: Call): Promise<EditablePractice> {
    const practice = await this.desk.load(id, call);
    expectVersion(practice, call);
    practice.revise(await this.clock.now(this.em));
    return this.desk.settle(practice, versionBegun, call);
  }

  async discard(id: string, call: Call): Promise<EditablePractice> {
    const practice = await this.desk.load(id, call);
    expectVersion(practice, call);
    const published = await publishedContent(this.em, call.network, id);
    if (!published) throw new PracticeNotPublishedError(practice.status);
    practice.discard(published, await this.clock.now(this.em));
    return this.desk.settle(practice, versionDiscarded, call);
  }

  async list({ slug }: InputOf<typeof listVersions>, call: Call): Promise<AnswerOf<typeof listVersions>> {
    const rows = await this.published(slug, call);
    const present = viewPublished(rows[0], call);
    const items = rows.map(({ version, publishedAt, content }, index) => {
      const before = rows[index + 1];
      const changed = before ? difference(before.content, content).map(({ field }) => field) : [];
      return { version, publishedAt: publishedAt.toISOString(), changed };
    });
    return { title: present.title, languages: present.languages, items };
  }

  async get({ slug, version }: InputOf<typeof getVersion>, call: Call): Promise<PublishedPractice> {
    return viewPublished(numbered(await this.published(slug, call), version), call);
  }

  async compare({ slug, version, since }: InputOf<typeof compareVersions>, call: Call): Promise<AnswerOf<typeof compareVersions>> {
    const rows = await this.published(slug, call);
    const row = numbered(rows, version);
    const before = since === undefined ? rows.find((other) => other.version < version) : numbered(rows, since);
    return { since: before?.version ?? null, changes: before ? difference(before.content, row.content) : [] };
  }

  /** The present one first; there is always one. */
  private async published(slug: string, call: Call): Promise<[VersionRow, ...VersionRow[]]> {
    const [present, ...earlier] = await this.reads.rows<VersionRow>(versionsBySlug, [call.network, slug], call.request.left);
    if (!present) return refuseWithdrawn(this.reads, slug, call);
    return [present, ...earlier];
  }
}

function numbered(rows: readonly VersionRow[], version: number): VersionRow {
  const found = rows.find((row) => row.version === version);
  if (!found) throw new PracticeNotFoundError();
  return found;
}
