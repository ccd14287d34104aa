import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { EdgeRequest } from '../http/edge-request.js';
import { Admission } from './admission.js';

/** For routes that are no operations: pages and whatever else anybody may read. */
@Injectable()
export class CountedAsRead implements CanActivate {
  constructor(private readonly admission: Admission) {}

  canActivate(context: ExecutionContext): boolean {
    this.admission.toPublic(context.switchToHttp().getRequest<EdgeRequest>());
    return true;
  }
}
