import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { openTicket, type FileTicket, type TicketHolder } from '@alianza/platform/files/tickets';
import { trustedKeys } from '@alianza/platform/run/platform.module';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { KeyObject } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Standings } from '../callers/standings.js';
import type { GatewayConfig } from '../config.js';
import { Patience } from '../operations/patience.js';
import { spendTicket } from './tickets.queries.js';

export interface Download {
  readonly ticket: FileTicket;
  readonly bytes: Readable;
  readonly size: number;
}

@Injectable()
export class DownloadsService {
  private readonly keys: ReadonlyMap<string, KeyObject>;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly standings: Standings,
    private readonly patience: Patience,
    @Inject(FILES) private readonly store: FileStore,
    @Inject(CONFIG) config: GatewayConfig,
  ) {
    this.keys = trustedKeys(config);
  }

  /** The file of a ticket, once. Forged, late, spent, of somebody who is no longer let in and without a file are one answer. */
  async open(token: string): Promise<Download> {
    const ticket = openTicket(token, this.keys, this.clock.instant());
    const held = ticket && (await this.holds(ticket.holder)); // first: what cannot be asked spends nothing
    const spent = held && (await inNetwork(this.em, { networkId: null }, (em) => spendTicket(em, ticket.id)));
    const file = spent ? await this.store.read(ticket.key) : null;
    if (!ticket || !file) throw new DomainError(generalErrors['link-not-valid']);
    return { ticket, ...file };
  }

  /** Whether they still are all that they were; the second factor of their sign-in was judged when the ticket was given. */
  private async holds({ roles, ...holder }: TicketHolder): Promise<boolean> {
    const now = await this.standings.of({ ...holder, secondFactor: true }, this.patience.left());
    const { actingFor } = holder;
    return !now.disabled && roles.every((role) => now.roles.includes(role)) && (actingFor === null || now.actingFor === actingFor);
  }
}
