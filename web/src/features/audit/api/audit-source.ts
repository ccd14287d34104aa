/** Which chain is looked at: the network's own, or the one of no network. */
export interface AuditSource {
  readonly list: 'audit.entries.list' | 'audit.platform-entries.list';
  readonly export: 'audit.entries.export' | 'audit.platform-entries.export';
  readonly chain: 'audit.chains.get' | 'audit.platform-chains.get';
  readonly verify: 'audit.chains.verify' | 'audit.platform-chains.verify';
}

export const ofNetwork: AuditSource = {
  list: 'audit.entries.list',
  export: 'audit.entries.export',
  chain: 'audit.chains.get',
  verify: 'audit.chains.verify',
};

export const ofPlatform: AuditSource = {
  list: 'audit.platform-entries.list',
  export: 'audit.platform-entries.export',
  chain: 'audit.platform-chains.get',
  verify: 'audit.platform-chains.verify',
};
