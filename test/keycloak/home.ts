import { keycloakHome } from '@alianza/testing/keycloak/distribution';

// Made while the code is looked at, so that no spec waits for it; what fails here the specs try again, and say.
await keycloakHome().catch(() => undefined);
