import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { addConcept, editConcept, getTaxonomy, moveConcept, readHistory, readTaxonomy } from '@alianza/contracts/repository/taxonomy';
import type { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { TaxonomyService } from './taxonomy.service.js';

@Controller()
export class TaxonomyController {
  constructor(private readonly taxonomy: TaxonomyService) {}

  @Operation(getTaxonomy)
  get(input: InputOf<typeof getTaxonomy>, call: Call) {
    return this.taxonomy.get(input, call);
  }

  @Operation(readTaxonomy)
  read(input: InputOf<typeof readTaxonomy>, call: Call) {
    return this.taxonomy.read(input, call);
  }

  @Operation(readHistory)
  history(input: InputOf<typeof readHistory>, call: Call) {
    return this.taxonomy.history(input, call);
  }

  @Operation(addConcept)
  add(input: InputOf<typeof addConcept>, call: Call) {
    return this.taxonomy.add(input, call);
  }

  @Operation(editConcept)
  edit(input: InputOf<typeof editConcept>, call: Call) {
    return this.taxonomy.edit(input, call);
  }

  @Operation(moveConcept)
  move(input: InputOf<typeof moveConcept>, call: Call) {
    return this.taxonomy.move(input, call);
  }
}
