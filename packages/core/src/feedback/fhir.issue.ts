import type { Language } from '../shared/language.ts'
import { type FhirSeverity, fhirIssues } from './fhir.issue.words.ts'

export type FhirIssueKind = keyof typeof fhirIssues

/** Something to say of what came in; the words are made from the kind, so that a screen can say it in Dutch. */
export type FhirIssue = {
  kind: FhirIssueKind
  /** What the words name, in the order of `{0}`, `{1}`. */
  args?: readonly string[]
  /** FHIRPath to the element, e.g. `Questionnaire.item[0].item[2]`. */
  at: string
  linkId?: string
}

export const severityOf = (issue: Pick<FhirIssue, 'kind'>): FhirSeverity => fhirIssues[issue.kind][0]

/** The sentence for an issue; what it names is cut off at 200 characters. */
export function issueText(issue: FhirIssue, language: Language): string {
  const words = fhirIssues[issue.kind][language === 'nl' ? 2 : 3]
  return words.replace(/\{(\d)\}/g, (_, at: string) => shortened(issue.args?.[Number(at)] ?? ''))
}

const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text)

export type OperationOutcome = {
  resourceType: 'OperationOutcome'
  issue: {
    severity: FhirSeverity | 'fatal'
    code: string
    details: { text: string }
    diagnostics?: string
    expression?: string[]
  }[]
}

/** The issues as FHIR tells them; without any, that all went well. */
export function outcomeOf(issues: readonly FhirIssue[], language: Language = 'en'): OperationOutcome {
  if (issues.length === 0) {
    const text = language === 'nl' ? 'Alles is goed.' : 'All well.'
    return {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'information', code: 'informational', details: { text } }],
    }
  }
  return {
    resourceType: 'OperationOutcome',
    issue: issues.map((issue) => ({
      severity: severityOf(issue),
      code: fhirIssues[issue.kind][1],
      details: { text: issueText(issue, language) },
      diagnostics: issue.linkId === undefined ? issue.kind : `${issue.kind}: linkId ${issue.linkId}`,
      ...(issue.at !== '' && { expression: [issue.at] }),
    })),
  }
}

/** More than these are counted and not listed: a report is read by a person. Errors come before all others. */
const listedAtMost = 5_000

/** Collects issues while something is read. */
export type Report = {
  say: (kind: FhirIssueKind, at: string, more?: { args?: readonly string[]; linkId?: string }) => void
  /** What was said: errors, then warnings, then the rest, each in the order of the form. */
  issues: () => FhirIssue[]
}

export function newReport(): Report {
  const bySeverity: Record<FhirSeverity, FhirIssue[]> = { error: [], warning: [], information: [] }
  let unlisted = 0
  return {
    say: (kind, at, { args, linkId } = {}) => {
      const list = bySeverity[severityOf({ kind })]
      if (list.length >= listedAtMost) unlisted += 1
      else list.push({ kind, at, ...(args && { args }), ...(linkId !== undefined && { linkId }) })
    },
    issues: () => {
      const all = [...bySeverity.error, ...bySeverity.warning, ...bySeverity.information]
      const more = unlisted + Math.max(0, all.length - listedAtMost)
      const listed = all.slice(0, listedAtMost)
      return more === 0 ? listed : [...listed, { kind: 'more-issues', args: [String(more)], at: '' }]
    },
  }
}

/** Whether what came in cannot be used. */
export const isRefused = (issues: readonly FhirIssue[]): boolean =>
  issues.some((issue) => severityOf(issue) === 'error')
