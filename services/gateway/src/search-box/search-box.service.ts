import { Injectable } from '@nestjs/common';
import { serviceOf, type AnswerOf, type InputOf, type OutputOf } from '@alianza/contracts/operation';
import { foundKinds, type FoundGroup } from '@alianza/contracts/search/found';
import { searchParts, type searchEverything } from '@alianza/contracts/search/search-box';
import type { Call } from '@alianza/platform/calls/call';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { findInHelp } from './help.js';

type Part = (typeof searchParts)[number];
type Wanted = InputOf<typeof searchEverything>;

/** Milliseconds that a part is waited for: longer, and somebody who types has gone on. */
const patience = 900;

/** Asks every service in whoever's name it is, and shows what came in time. */
@Injectable()
export class SearchBoxService {
  constructor(private readonly operations: OperationsClient) {}

  async find(wanted: Wanted, call: Call): Promise<AnswerOf<typeof searchEverything>> {
    const answers = await Promise.allSettled(searchParts.map((part) => this.ask(part, wanted, call)));
    const groups = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    const missing = searchParts.filter((_part, index) => answers[index]?.status === 'rejected').map(serviceOf);
    const rank = ({ kind }: FoundGroup) => foundKinds.indexOf(kind);
    const all = [...groups, ...findInHelp(wanted, call.lang)];
    return { groups: all.sort((one, other) => rank(one) - rank(other)), missing };
  }

  private async ask(part: Part, wanted: Wanted, { principal, lang, fallback, request }: Call): Promise<FoundGroup[]> {
    const timeout = Math.max(1, Math.min(patience, request.left));
    const { body } = await this.operations.send(part, { principal, body: JSON.stringify(wanted), lang, fallback, timeout });
    return (JSON.parse(body) as OutputOf<Part>).groups;
  }
}
