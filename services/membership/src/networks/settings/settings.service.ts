import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { networkChanged } from '@alianza/contracts/membership/networks';
import type { editSettings, KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import type { InputOf } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { queryRows } from '@alianza/platform/data/queries';
import { record } from '@alianza/platform/events/record';
import { moveEnds } from '../../letters/days/letter-days.queries.js';
import { Network } from '../network.entity.js';
import { MarksService } from './marks.service.js';
import { CategoryStaysError, LanguageInUseError } from './networks.errors.js';
import { categoryHolders, languageUse } from './settings.queries.js';

interface LanguageUse {
  organizations: number;
  people: number;
}

/** What a network says of itself, after it was opened. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly em: EntityManager,
    private readonly marks: MarksService,
  ) {}

  async get(call: Call): Promise<KeptNetwork> {
    return this.view(await this.em.findOneOrFail(Network, { id: call.network }));
  }

  async edit({ markUploadId, leaving, ...said }: InputOf<typeof editSettings>, call: Call): Promise<KeptNetwork> {
    const network = await this.em.findOneOrFail(Network, { id: call.network }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    expectVersion(network, call);
    const { languages, zone, calendar, accent, ...content } = said;
    expectStaying(network, content.categories);
    await this.expectSeen(network, languages, leaving);
    const [before, elsewhere] = [network.version, network.zone !== zone];
    network.describe({ content, languages, zone, calendar, accent });
    if (markUploadId !== undefined) await this.marks.put(network, markUploadId, call);
    await this.em.flush();
    if (elsewhere) await moveEnds(this.em, network);
    if (network.version !== before) this.tell(network, call);
    return this.view(network);
  }

  private tell({ id, version, code, content, languages, zone, demo }: Network, call: Call): void {
    const data = { code, name: content.name, languages, zone, demo };
    record(this.em, call, networkChanged, { aggregateId: id, aggregateVersion: version, data });
  }

  /** Nothing that was written in a language is lost with it; but who lets it go has seen whom that concerns. Practices are counted nowhere here. */
  private async expectSeen(network: Network, languages: readonly PortalLanguage[], leaving: readonly PortalLanguage[]): Promise<void> {
    const unseen = network.languages.filter((language) => !languages.includes(language) && !leaving.includes(language));
    for (const language of unseen) {
      const [use] = await queryRows<LanguageUse>(this.em, languageUse, [network.id, language]);
      throw new LanguageInUseError(language, use ?? { organizations: 0, people: 0 });
    }
  }

  private async view({ id, code, content, languages, zone, calendar, accent = null, mark, demo, version }: Network): Promise<KeptNetwork> {
    const holders = await queryRows<{ code: string; held: number }>(this.em, categoryHolders, [id]);
    const held = new Map(holders.map((one) => [one.code, one.held]));
    const categories = content.categories.map(({ ended = false, ...category }) => ({
      ...category,
      ended,
      held: held.get(category.code) ?? 0,
    }));
    const shown = mark ? { hash: mark.hash, width: mark.width, height: mark.height } : null;
    return { code, ...content, categories, languages, zone, calendar, accent, mark: shown, demo, version };
  }
}

/** Who held a category keeps it in their history, and that keeps its name: it ends, it does not go. */
function expectStaying({ content }: Network, said: readonly { readonly code: string }[]): void {
  const gone = content.categories.find(({ code }) => said.every((category) => category.code !== code));
  if (gone) throw new CategoryStaysError(gone.code);
}
