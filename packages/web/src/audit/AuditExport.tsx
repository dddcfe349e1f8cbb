import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { exportAudit } from './audit.queries.ts'
import { auditText } from './audit.text.ts'
import type { AuditSearch } from './audit-search.ts'

/** The lines that were searched, as a file. */
export function AuditExport({ search }: { search: AuditSearch }) {
  const text = useText(auditText)
  const make = useMutation({ mutationFn: (format: 'csv' | 'json') => exportAudit(search, format) })
  const { error } = make
  const problem =
    error instanceof ApiError && error.code === 'invalid-input' ? text.exportTooLong : error?.message
  return (
    <Section title={text.export} intro={text.exportIntro}>
      <div className="wk-actions wk-no-print">
        <Button busy={make.isPending && make.variables === 'csv'} onClick={() => make.mutate('csv')}>
          {text.csv}
        </Button>
        <Button busy={make.isPending && make.variables === 'json'} onClick={() => make.mutate('json')}>
          {text.json}
        </Button>
      </div>
      <p role="status">{make.isSuccess ? text.exported : problem}</p>
    </Section>
  )
}
