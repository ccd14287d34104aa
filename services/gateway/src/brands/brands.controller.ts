import { Controller, Get, Req, Res, UseGuards } from '@nestjs/common';
import { getNetwork } from '@alianza/contracts/membership/networks';
import { PublicReading } from '../harvest/public-reading.js';
import { sendUnlessKnown, type Kept } from '../http/conditional.js';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';

/**
 * `/{network}/marca.css`: the accent of a network in the place of the product's. A file of its own, because pages allow no style that is written
 * into them; a network without an accent has an empty one.
 */
@Controller()
@UseGuards(CountedAsRead)
export class BrandsController {
  constructor(private readonly reading: PublicReading) {}

  @Get(':network/marca.css')
  async accent(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const { network = '' } = request.params;
    sendUnlessKnown(request, reply, await this.reading.keep(`accent ${network}`, () => this.written(network)));
  }

  private async written(code: string): Promise<Kept> {
    const ask = await this.reading.in(code);
    const { accent } = (await ask(getNetwork, {})).brand;
    const body = accent === null ? '' : `:root{--plum:light-dark(${accent.light},${accent.dark})}\n`;
    return { type: 'text/css; charset=utf-8', body, changedAt: null };
  }
}
