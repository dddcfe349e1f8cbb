/** Stops a change that crosses a boundary of the house. Alone: `node scripts/check-boundaries.ts`. */
import { cycleFindings } from './boundary-cycles.ts'
import { escapeFindings } from './boundary-escapes.ts'
import { FLOOR_RULE, floorFindings } from './boundary-floors.ts'
import { nameFindings } from './boundary-names.ts'
import { conclude, type Finding } from './findings.ts'
import { importEdges } from './imports.ts'
import { PROJECT, readSources } from './sources.ts'

export function boundaryFindings(root: string): { findings: Finding[]; looked: string } {
  const sources = readSources(root, () => true)
  const edges = importEdges(root, sources)
  const findings = [
    ...floorFindings(edges),
    ...cycleFindings(edges),
    ...sources.flatMap(nameFindings),
    ...sources.flatMap(escapeFindings),
  ]
  return { findings, looked: `${sources.length} files, ${edges.length} imports` }
}

if (import.meta.main) {
  const { findings, looked } = boundaryFindings(PROJECT)
  conclude({ name: 'boundaries', looked, rule: FLOOR_RULE }, findings)
}
