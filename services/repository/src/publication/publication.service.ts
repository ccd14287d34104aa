import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { practicePublished } from '@alianza/contracts/repository/practices';
import type { AcceptedTerms } from '@alianza/contracts/repository/publication/rights';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Origin } from '@alianza/platform/calls/call';
import { originalOf } from '@alianza/platform/data/localized';
import { recordAll } from '@alianza/platform/events/record';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { publishFiles } from '../attachments/record-files.queries.js';
import { ownerName } from '../organizations/organization-name.js';
import type { PublishedPractice } from '../practices/practice.entity.js';
import { titledStateOf } from '../practices/practice.views.js';
import { keepVersions } from '../versions/versions.queries.js';
import { Submission } from '../reviews/submission.entity.js';
import { countryNames } from './country-names.js';
import { retitlePractices } from '../replications/register/register.queries.js';
import { putAllPublished, type PublishedRow } from './publication.queries.js';

type Publishing = Origin & { readonly fallback: PortalLanguage };

/** Makes a decided practice public, in the transaction that decides it. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly em: EntityManager,
    private readonly holdings: TaskHoldings,
  ) {}

  /** The practice must have been flushed: its version is told. */
  async publish(practice: PublishedPractice, call: Publishing): Promise<void> {
    const { networkId, id: practiceId, submissions: number } = practice;
    const handedIn = await this.em.findOne(Submission, { networkId, practiceId, number });
    const terms = handedIn?.terms ? { version: handedIn.terms, acceptedAt: handedIn.at.toISOString() } : null;
    await this.publishAll([practice], call, terms);
  }

  /** Of one network; nobody handed in what is published without terms. Whoever took one on to look at it again has nothing left to do: `publish` and `renew` of the practice begin its time anew. */
  async publishAll(practices: readonly PublishedPractice[], call: Publishing, terms: AcceptedTerms = null): Promise<void> {
    const [networkId] = practices.map((practice) => practice.networkId);
    if (networkId === undefined) return;
    const ids = practices.map(({ id }) => id);
    const rows: Omit<PublishedRow, 'networkId'>[] = [];
    for (const practice of practices) rows.push({ ...(await this.rowOf(practice, call.fallback)), terms });
    await keepVersions(this.em, networkId, ids);
    await putAllPublished(this.em, networkId, rows);
    await this.holdings.giveBack({ networkId, queue: 'verifications' }, ...ids);
    for (const practice of practices) await publishFiles(this.em, practice);
    const titled = practices.map(({ slug, content: { title } }) => ({ slug, title }));
    await retitlePractices(this.em, networkId, titled);
    const facts = practices.map((practice) => {
      const data = { ...titledStateOf(practice), slug: practice.slug };
      return { aggregateId: practice.id, aggregateVersion: practice.version, data };
    });
    recordAll(this.em, call, practicePublished, facts);
  }

  private async rowOf(practice: PublishedPractice, fallback: PortalLanguage): Promise<Omit<PublishedRow, 'networkId'>> {
    const { id: practiceId, organizationId = null, onBehalf, slug, content, publishedAt } = practice;
    const name = await ownerName(this.em, practice);
    const owner = name && originalOf(name);
    const countries = countryNames(content.countries);
    return { practiceId, organizationId, onBehalf, slug, content, fallback, owner, publishedAt, countryNames: countries };
  }
}
