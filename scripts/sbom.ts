/** `npm run --silent sbom > parts.json`, or `npm run sbom -- --out parts.json`: what is installed at a client, part by part. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readLock } from './lock-file.ts'
import { sbomOf } from './sbom-document.ts'
import { PROJECT } from './sources.ts'

const { values } = parseArgs({ options: { out: { type: 'string' } } })
const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'))
const text = `${JSON.stringify(sbomOf(readLock(PROJECT), version), null, 2)}\n`
if (values.out === undefined) process.stdout.write(text)
else writeFileSync(values.out, text)
