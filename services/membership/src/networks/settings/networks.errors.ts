import { DomainError } from '@alianza/contracts/errors';
import { networkErrors } from '@alianza/contracts/membership/settings/network-settings';
import type { PortalLanguage } from '@alianza/contracts/shapes';

export class CategoryStaysError extends DomainError {
  constructor(code: string) {
    super(networkErrors['category-stays'], { category: code });
  }
}

export class LanguageInUseError extends DomainError {
  constructor(language: PortalLanguage, { organizations, people }: { readonly organizations: number; readonly people: number }) {
    const params = { organizations, people };
    super(networkErrors['language-in-use'], { language }, [{ pointer: '/languages', reason: 'language-used', params }]);
  }
}

export class MarkNotFoundError extends DomainError {
  constructor() {
    super(networkErrors['mark-not-found']);
  }
}
