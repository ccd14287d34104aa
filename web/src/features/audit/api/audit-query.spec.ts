import { describe, expect, it } from '@jest/globals';
import { filterOf, isFiltered, nothing, readQuery, writeQuery, type AuditQuery } from './audit-query.js';

const id = '01890000-0000-7000-8000-00000000d0de';
const query: AuditQuery = {
  ...{ q: '12:15/01/2026', since: '2026-11-01', until: '2026-11-21', who: id, organization: id },
  ...{ noun: 'practice', verb: 'changes-requested', thing: id },
};

describe('the filters of the audit', () => {
  it('are what their address says', () => {
    expect(readQuery(new URLSearchParams(writeQuery(query)))).toEqual(query);
    expect(writeQuery(nothing)).toBe('?');
    expect([isFiltered(nothing), isFiltered(query)]).toEqual([false, true]);
  });

  it('leave out what an address cannot mean', () => {
    expect(readQuery(new URLSearchParams('desde=2026-02-30&hasta=ayer&quien=../x&por=1&sobre=DROP&registro=x'))).toEqual(nothing);
  });

  it('become what the contract takes, with days of the zone', () => {
    expect(filterOf(query, 'America/Mexico_City')).toEqual({
      ...{ q: '12:15/01/2026', since: '2026-11-01T06:00:00.000Z', until: '2026-11-22T06:00:00.000Z', personId: id },
      ...{ organizationId: id, noun: 'practice', verb: 'changes-requested', aggregateId: id },
    });
    expect(filterOf({ ...nothing, who: 'repository' }, 'UTC')).toEqual({ service: 'repository' });
    expect(filterOf({ ...nothing, who: 'nobody' }, 'UTC')).toEqual({});
  });
});
