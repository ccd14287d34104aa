import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { practicePublished } from '@alianza/contracts/repository/practices';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Origin } from '@alianza/platform/calls/call';
import { originalOf } from '@alianza/platform/data/localized';
import { record } from '@alianza/platform/events/record';
import { publishFiles } from '../attachments/record-files.queries.js';
import { ownerName } from '../organizations/organization-name.js';
import type { PublishedPractice } from '../practices/practice.entity.js';
import { titledStateOf } from '../practices/practice.views.js';
import { keepVersion } from '../versions/versions.queries.js';
import { countryNames } from './country-names.js';
import { retitlePractice } from '../replications/register.queries.js';
import { putPublished } from './publication.queries.js';

/** Makes a decided practice public, in the transaction that decides it. */
@Injectable()
export class PublicationService {
  constructor(private readonly em: EntityManager) {}

  /** The practice must have been flushed: its version is told. */
  async publish(practice: PublishedPractice, call: Origin & { readonly fallback: PortalLanguage }): Promise<void> {
    const { id, networkId, organizationId, slug, content, publishedAt, version } = practice;
    const name = await ownerName(this.em, practice);
    const owner = name && originalOf(name);
    const row = { networkId, practiceId: id, organizationId, slug, content, fallback: call.fallback, owner, publishedAt };
    await keepVersion(this.em, networkId, id);
    await putPublished(this.em, { ...row, countryNames: countryNames(content.countries) });
    await publishFiles(this.em, practice);
    await retitlePractice(this.em, { networkId, slug, title: content.title });
    const data = { ...titledStateOf(practice), slug };
    record(this.em, call, practicePublished, { aggregateId: id, aggregateVersion: version, data });
  }
}
