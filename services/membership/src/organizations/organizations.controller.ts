import { Controller } from '@nestjs/common';
import {
  findNamedOrganizations,
  getOrganization,
  listOrganizations,
  registerOrganization,
} from '@alianza/contracts/membership/organizations';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { DirectoryService } from './directory.service.js';
import { OrganizationsService } from './organizations.service.js';
import { ShownService } from './shown.service.js';

@Controller()
export class OrganizationsController {
  constructor(
    private readonly directory: DirectoryService,
    private readonly shown: ShownService,
    private readonly organizations: OrganizationsService,
  ) {}

  @Operation(listOrganizations)
  list(input: InputOf<typeof listOrganizations>, call: Call) {
    return this.directory.list(input, call);
  }

  @Operation(getOrganization)
  get({ key }: InputOf<typeof getOrganization>, call: Call) {
    return this.shown.get(key, call);
  }

  @Operation(findNamedOrganizations)
  named({ name }: InputOf<typeof findNamedOrganizations>, call: Call) {
    return this.shown.named(name, call);
  }

  @Operation(registerOrganization)
  register(input: InputOf<typeof registerOrganization>, call: Call) {
    return this.organizations.register(input, call);
  }
}
