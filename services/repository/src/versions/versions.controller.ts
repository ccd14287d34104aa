import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import {
  beginVersion,
  compareVersions,
  discardVersion,
  getVersion,
  listVersions,
} from '@alianza/contracts/repository/publication/versions';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { VersionsService } from './versions.service.js';

@Controller()
export class VersionsController {
  constructor(private readonly versions: VersionsService) {}

  @Operation(beginVersion)
  begin({ id }: InputOf<typeof beginVersion>, call: Call) {
    return this.versions.begin(id, call);
  }

  @Operation(discardVersion)
  discard({ id }: InputOf<typeof discardVersion>, call: Call) {
    return this.versions.discard(id, call);
  }

  @Operation(listVersions)
  list(input: InputOf<typeof listVersions>, call: Call) {
    return this.versions.list(input, call);
  }

  @Operation(getVersion)
  get(input: InputOf<typeof getVersion>, call: Call) {
    return this.versions.get(input, call);
  }

  @Operation(compareVersions)
  compare(input: InputOf<typeof compareVersions>, call: Call) {
    return this.versions.compare(input, call);
  }
}
