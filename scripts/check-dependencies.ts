/** Judges everything that npm would install: checksum, licence, install scripts, and whether we say what it is for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dependencyFindings } from './dependency-rules.ts'
import { conclude } from './findings.ts'
import { packagesOf, readLock } from './lock-file.ts'
import { PROJECT } from './sources.ts'

const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8')
const lock = readLock(PROJECT)
const { allowScripts } = JSON.parse(read('package.json'))
const findings = dependencyFindings(lock, { allowScripts, document: read('docs/dependencies.md') })
conclude({ name: 'dependencies', looked: `${packagesOf(lock).length} packages` }, findings)
