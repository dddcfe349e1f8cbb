/** Import cycles: there are none, also not for types only. */
import type { Finding } from './findings.ts'
import type { Edge } from './imports.ts'

const WHY =
  'in a cycle no file can be read, tested or moved without all the others, and which one loads first is luck.'

export function cycleFindings(edges: Edge[]): Finding[] {
  const uses = new Map<string, Edge[]>()
  for (const edge of edges) uses.set(edge.from, [...(uses.get(edge.from) ?? []), edge])
  const findings: Finding[] = []
  const done = new Set<string>()
  const path: string[] = []

  const visit = (file: string): void => {
    path.push(file)
    for (const edge of uses.get(file) ?? []) {
      const start = path.indexOf(edge.to)
      if (start >= 0) {
        const fact = `closes the cycle ${[...path.slice(start), edge.to].join(' → ')}`
        findings.push({ file, line: edge.line, fact, why: WHY })
      } else if (!done.has(edge.to)) visit(edge.to)
    }
    path.pop()
    done.add(file)
  }

  for (const file of uses.keys()) if (!done.has(file)) visit(file)
  return findings
}
