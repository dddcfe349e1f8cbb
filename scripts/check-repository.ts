/** Keeps this machine out of the project and the project the same on every machine. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conclude, type Finding } from './findings.ts'
import { PROJECT, projectFiles } from './sources.ts'

const WHY = {
  path: 'a path of one machine means nothing on another and tells strangers about ours.',
  registry:
    'an address of a registry in the lock file makes everybody download from one machine’s neighbour.',
  exact: 'a version range installs something else next month; what was tested is what is installed.',
}

// A folder of a person or of a build machine at the start of an absolute path, not a part of a longer path or an address.
const MACHINE_PATH = /(?<![\w.~*)}\]-])\/(?:work|root|home|Users)\/[\w.@-]*/
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/

export function repositoryFindings(root: string): { findings: Finding[]; looked: string } {
  const files = projectFiles(root)
  const findings = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    if (text.includes('\0')) return []
    return [...machinePaths(file, text), ...registries(file, text), ...ranges(file, text)]
  })
  return {
    findings,
    looked: `${files.length} files${existsSync(join(root, 'package-lock.json')) ? '' : ', no lock file'}`,
  }
}

function machinePaths(file: string, text: string): Finding[] {
  return text.split('\n').flatMap((line, index) => {
    const found = MACHINE_PATH.exec(line)
    return found === null ? [] : [{ file, line: index + 1, fact: `contains ${found[0]}`, why: WHY.path }]
  })
}

function registries(file: string, text: string): Finding[] {
  const pattern = file.endsWith('package-lock.json')
    ? /"resolved":\s*"[a-z+]+:/
    : /^\s*(?:@[\w-]+:)?registry\s*=/
  if (!/(?:^|\/)(?:package-lock\.json|\.npmrc)$/.test(file)) return []
  const line = text.split('\n').findIndex((candidate) => pattern.test(candidate))
  return line < 0 ? [] : [{ file, line: line + 1, fact: 'names a registry', why: WHY.registry }]
}

function ranges(file: string, text: string): Finding[] {
  if (!/(?:^|\/)package\.json$/.test(file)) return []
  const manifest: Record<string, unknown> = JSON.parse(text)
  return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}).flatMap(([name, version]) =>
      EXACT.test(String(version)) ? [] : [{ file, fact: `asks for ${name} ${version}`, why: WHY.exact }],
    ),
  )
}

if (import.meta.main) {
  const { findings, looked } = repositoryFindings(PROJECT)
  conclude({ name: 'repository', looked }, findings)
}
