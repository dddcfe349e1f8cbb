import { type FhirIssueKind, issueText, severityOf } from '@weerklank/core/feedback/fhir.issue'
import { useLanguage } from '../language/use-text.ts'
import { classes } from '../ui/classes.ts'
import { shortName } from './form-words.ts'

type Told = {
  kind: FhirIssueKind
  args?: readonly string[] | undefined
  at: string
  linkId?: string | undefined
}

type Props = {
  issues: readonly Told[]
  /** Also where it stands in the file, for who mends the file. */
  withPlace?: boolean
}

/** What was told of a form or a question when it came in, in plain words. */
export function FormRemarks({ issues, withPlace = false }: Props) {
  const language = useLanguage()
  if (issues.length === 0) return null
  return (
    <ul className="wk-forms__remarks wk-small">
      {issues.map((issue, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be told twice, and their order never changes
        <li key={at} className={classes(severityOf(issue) !== 'information' && 'wk-forms__worth')}>
          {issueText({ kind: issue.kind, at: issue.at, args: (issue.args ?? []).map(shortName) }, language)}
          {withPlace && issue.at !== '' && (
            <>
              {' '}
              <code>{issue.linkId === undefined ? issue.at : `${issue.at} (${issue.linkId})`}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
