/** Stops a file that has grown too long. Functions are counted by Biome (noExcessiveLinesPerFunction in biome.json). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conclude, type Finding } from './findings.ts'
import { PROJECT, projectFiles } from './sources.ts'

const STOP = {
  lines: 400,
  why: 'a file over 400 lines holds more than one subject, and nobody reviews it whole; split it by subject.',
}
const STOP_SCREEN = {
  lines: 300,
  why: 'a screen over 300 lines mixes page, parts and rules; move a part to its own component or the logic to a reducer.',
}

export function sizeFindings(root: string): { findings: Finding[]; looked: string } {
  const files = projectFiles(root).filter((file) => /\.(ts|tsx|js|mjs|css|sql)$/.test(file))
  const findings = files.flatMap((file): Finding[] => {
    const stop = file.startsWith('packages/web/') && file.endsWith('.tsx') ? STOP_SCREEN : STOP
    const lines = readFileSync(join(root, file), 'utf8').replace(/\n$/, '').split('\n').length
    return lines > stop.lines ? [{ file, fact: `has ${lines} lines`, why: stop.why }] : []
  })
  return { findings, looked: `${files.length} files` }
}

if (import.meta.main) {
  const { findings, looked } = sizeFindings(PROJECT)
  conclude({ name: 'sizes', looked }, findings)
}
