/** How a check says what it found: the place, the fact, and once per rule the reason behind it. */

export type Finding = { file: string; line?: number; fact: string; why: string }

export function describeFindings(findings: Finding[]): string {
  const reasons = [...new Set(findings.map((finding) => finding.why))]
  const blocks = reasons.map((why) => {
    const places = findings.filter((finding) => finding.why === why).map(describePlace)
    return [...places, `    why: ${why}`].join('\n')
  })
  return blocks.join('\n\n')
}

function describePlace(finding: Finding): string {
  const line = finding.line === undefined ? '' : `:${finding.line}`
  return `${finding.file}${line}  ${finding.fact}`
}

/** Prints the verdict of one check and leaves an honest exit code. */
export function conclude(check: { name: string; looked: string; rule?: string }, findings: Finding[]): void {
  if (findings.length === 0) {
    console.log(`${check.name}: ${check.looked}, nothing found`)
    return
  }
  if (check.rule !== undefined) console.error(`${check.rule}\n`)
  console.error(`${describeFindings(findings)}\n`)
  console.error(`${check.name}: ${check.looked}, ${findings.length} found`)
  process.exitCode = 1
}
