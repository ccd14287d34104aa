import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { organizationPractices, relatedPractices } from '@alianza/contracts/repository/publication/related';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { RelatedService } from './related.service.js';

@Controller()
export class RelatedController {
  constructor(private readonly related: RelatedService) {}

  @Operation(relatedPractices)
  list({ slug }: InputOf<typeof relatedPractices>, call: Call) {
    return this.related.list(slug, call);
  }

  @Operation(organizationPractices)
  ofOrganization(input: InputOf<typeof organizationPractices>, call: Call) {
    return this.related.ofOrganization(input, call);
  }
}
