import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { auditText } from './audit.text.ts'
import type { AuditSearch } from './audit-search.ts'
import { shortId } from './audit-view.ts'

/** Of which one collaboration or person the lines are, when one was chosen from a line. */
export function AuditNarrowed({ search }: { search: AuditSearch }) {
  const text = useText(auditText)
  const { samenwerking, mens } = search
  if (samenwerking === undefined && mens === undefined) return null
  return (
    <p className="wk-audit-narrowed">
      {samenwerking !== undefined && <Chip tone="primary">{text.onlyRelation(shortId(samenwerking))}</Chip>}
      {mens !== undefined && <Chip tone="primary">{text.onlyPerson(shortId(mens))}</Chip>}
    </p>
  )
}
