/** Services of the platform; each name is its queue group, its stream and the first word of its operations. */
export const services = ['gateway', 'membership', 'repository', 'notifications', 'audit'] as const;
export type ServiceName = (typeof services)[number];

/** What a person may be in a network. The operator stands above networks. */
export const roles = [
  'titular',
  'suplente',
  'editor',
  'reviewer',
  'external-reviewer',
  'secretariat',
  'secretariat-lead',
  'auditor',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/** The one table of rights: permission → the roles that hold it. */
export const rolesOf = {
  'applications:read': ['secretariat', 'secretariat-lead', 'auditor'],
  'applications:decide': ['secretariat', 'secretariat-lead'],
  'organizations:read': ['secretariat', 'secretariat-lead', 'auditor'],
  'organizations:decide': ['secretariat-lead'],
  'organizations:categorize': ['secretariat', 'secretariat-lead'],
  'organizations:import': ['secretariat', 'secretariat-lead'],
  /** To keep the data of organisations and of the map of actors. */
  'organizations:maintain': ['secretariat', 'secretariat-lead'],
  'organizations:edit': ['titular', 'suplente'],
  /** A logo for the own organisation, or for one whose data is put right. */
  'logos:put': ['titular', 'suplente', 'secretariat', 'secretariat-lead'],
  'representatives:read': ['titular', 'suplente', 'secretariat', 'secretariat-lead', 'auditor'],
  /** Roles in the network as a whole; which ones, `membership/representation/granting.ts` says. */
  'roles:grant': ['secretariat', 'secretariat-lead'],
  'representatives:write': ['titular', 'secretariat', 'secretariat-lead'],
  'letters:file': ['titular', 'suplente', 'secretariat', 'secretariat-lead'],
  'letters:accredit': ['secretariat', 'secretariat-lead'],
  'practices:write': ['titular', 'suplente', 'editor', 'secretariat', 'secretariat-lead'],
  'practices:read-files': ['titular', 'suplente', 'editor', 'reviewer', 'external-reviewer', 'secretariat', 'secretariat-lead'],
  'practices:submit': ['titular', 'suplente', 'secretariat', 'secretariat-lead'],
  'practices:withdraw': ['titular', 'secretariat', 'secretariat-lead'],
  'practices:comment': ['reviewer', 'external-reviewer', 'secretariat', 'secretariat-lead'],
  'practices:review': ['reviewer', 'secretariat', 'secretariat-lead'],
  'practices:verify': ['secretariat', 'secretariat-lead'],
  'practices:invite': ['secretariat', 'secretariat-lead'],
  /** To write records for organisations. */
  'practices:enter': ['secretariat', 'secretariat-lead'],
  'practices:import': ['secretariat', 'secretariat-lead'],
  'taxonomy:write': ['secretariat', 'secretariat-lead'],
  'mailings:send': ['secretariat', 'secretariat-lead'],
  'inquiries:answer': ['titular', 'suplente', 'secretariat', 'secretariat-lead'],
  /** Of an operator too, who opens a network before anybody is there to describe it. */
  'network:configure': ['secretariat-lead', 'operator'],
  /** To see who may come in, and to help who lost their second factor. */
  'accounts:recover': ['secretariat-lead', 'operator'],
  'calendar:write': ['secretariat', 'secretariat-lead'],
  'audit:read': ['auditor', 'secretariat-lead'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof rolesOf;
export const permissions = Object.keys(rolesOf) as Permission[];

/** Whom an organisation may name to be something in its own affairs. */
export const organizationRoles: readonly Role[] = ['titular', 'suplente', 'editor'];

/** Asked for in the place of an organisation: to act for none, as what somebody is in the network itself. */
export const networkItself = '00000000-0000-0000-0000-000000000000';

/** Roles that need a second factor at sign-in. */
export const secondFactorRoles: readonly Role[] = ['secretariat', 'secretariat-lead', 'operator'];

/** What these roles together allow. */
export const permissionsOf = (held: readonly Role[]): Permission[] =>
  permissions.filter((permission) => (rolesOf[permission] as readonly Role[]).some((role) => held.includes(role)));

/**
 * Who may call an operation: anyone · who holds a secret of the request · any signed-in person · anyone with a role in the network ·
 * holders of a permission · the named services only, never routed · operators.
 */
export type Access =
  | 'public'
  | 'link'
  | 'signed-in'
  | 'member'
  | 'operator'
  | { readonly permission: Permission }
  | { readonly internal: readonly ServiceName[] };

export const isInternal = (access: Access): access is { readonly internal: readonly ServiceName[] } =>
  typeof access === 'object' && 'internal' in access;
