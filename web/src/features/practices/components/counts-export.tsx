import { useMutation } from '@tanstack/react-query';
import type { Output } from '../../../shared/api/call.js';
import { Failure } from '../../../shared/page/failure.js';
import { useApi } from '../../../shared/session/api.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { countsCsv } from '../api/counts-csv.js';

type Whose = 'organization' | 'network';
type Page = Output<'repository.counts.list'>;

function useExport(of: Whose) {
  const text = useText();
  const { call } = useApi();
  const { code } = useNetwork();
  const address = useAddress();
  return useMutation({
    mutationFn: async () => {
      const rows: Page['items'] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: Page = await call('repository.counts.list', { of, limit: 100, ...(cursor !== undefined && { cursor }) });
        rows.push(...page.items);
        cursor = page.nextCursor;
      }
      const heads = ['practice', 'address', 'month', 'views', 'downloads'].map((name) => text(`replications.months.${name}`));
      save(
        `${code}-${text('replications.months.file')}.csv`,
        countsCsv(heads, rows, (slug) => location.origin + address(`practicas/${slug}`)),
      );
    },
  });
}

/** Hands what was made here to the browser as a file. */
function save(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

function ExportButton({ of }: { of: Whose }) {
  const text = useText();
  const saving = useExport(of);
  return (
    <>
      <button className="link" type="button" disabled={saving.isPending} onClick={() => saving.mutate()}>
        {text(`replications.months.export.${of}`)}
      </button>
      {saving.error && <Failure error={saving.error} title={text('replications.months.failed')} />}
    </>
  );
}

/** How often practices were read, as a file: one's own, and all of the network's for its secretariat. */
export function CountsExport() {
  const { roles } = useSession();
  const keepsTheNetwork = roles.includes('secretariat') || roles.includes('secretariat-lead');
  return (
    <div className="buttons">
      <ExportButton of="organization" />
      {keepsTheNetwork && <ExportButton of="network" />}
    </div>
  );
}
