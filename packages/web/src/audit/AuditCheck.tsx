import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AuditPage, AuditCheck as Checked } from '@weerklank/core/audit/audit.contract'
import { breakWords } from '@weerklank/core/audit/chain.words'
import { useMe } from '../access/access.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { auditKey, verifyAudit } from './audit.queries.ts'
import { auditText } from './audit.text.ts'
import { useMomentWords } from './use-moment-words.ts'

type LastCheck = AuditPage['lastCheck']

/** Whether anybody changed the log, as it was found last; and finding out again. */
export function AuditCheck({ lastCheck }: { lastCheck: LastCheck | undefined }) {
  const text = useText(auditText)
  const queryClient = useQueryClient()
  const check = useMutation({
    mutationFn: verifyAudit,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: auditKey, refetchType: 'none' }),
  })
  const now = check.data
  const known = now === undefined ? lastCheck : { at: now.at, whole: now.broken === null }
  return (
    <Section title={text.chain} intro={text.chainIntro}>
      <div className="wk-audit-check">
        <div role="status">
          {check.isError ? <p>{text.checkFailed}</p> : known !== undefined && <Standing known={known} />}
          {now !== undefined && <Found checked={now} />}
        </div>
        <div className="wk-actions wk-no-print">
          <Button busy={check.isPending} onClick={() => check.mutate()}>
            {text.check}
          </Button>
        </div>
      </div>
    </Section>
  )
}

function Standing({ known }: { known: LastCheck }) {
  const text = useText(auditText)
  const momentWords = useMomentWords()
  if (known === null) return <p>{text.neverChecked}</p>
  const at = momentWords(known.at)
  return known.whole ? (
    <p className="wk-audit-whole">{text.whole(at)}</p>
  ) : (
    <p className="wk-audit-broken">{text.broken(at)}</p>
  )
}

function Found({ checked }: { checked: Checked }) {
  const text = useText(auditText)
  const language = useLanguage()
  const { timeZone } = useMe().workspace
  const { broken, lines, chains } = checked
  return (
    <>
      <p className="wk-muted wk-small">{text.checked(lines, chains)}</p>
      {broken !== null && (
        <>
          <p>{breakWords(broken, language, timeZone)}</p>
          <p>{text.whatNow}</p>
        </>
      )}
    </>
  )
}
