/** What `npm audit --json` answered: known holes, none, or no answer at all – which is not the same as none. */

export type Verdict =
  | { state: 'clean'; looked: number }
  | { state: 'holes'; lines: string[] }
  | { state: 'unknown'; reason: string }

const serious = new Set(['high', 'critical'])

export function verdictOf(output: string): Verdict {
  const report = parse(output)
  if (report === undefined) return { state: 'unknown', reason: 'npm gave no answer that can be read' }
  const refusal = report.error?.summary || report.error?.code || report.message
  if (refusal !== undefined) return { state: 'unknown', reason: withoutAddress(refusal) }
  const looked = report.metadata?.dependencies?.total
  if (report.vulnerabilities === undefined || !looked) {
    return { state: 'unknown', reason: 'npm did not say what it looked at' }
  }
  const found = Object.entries(report.vulnerabilities).filter(([, { severity }]) => serious.has(severity))
  if (found.length === 0) return { state: 'clean', looked }
  return {
    state: 'holes',
    lines: found.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`),
  }
}

/** Which registry was asked is the business of this machine. */
function withoutAddress(reason: string): string {
  return reason.replace(/ - \w+ https?:\S+|https?:\S+/g, '')
}

type Report = {
  message?: string
  error?: { code?: string; summary?: string }
  metadata?: { dependencies?: { total?: number } }
  vulnerabilities?: Record<string, { severity: string; range: string }>
}

function parse(output: string): Report | undefined {
  try {
    const value: unknown = JSON.parse(output)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
