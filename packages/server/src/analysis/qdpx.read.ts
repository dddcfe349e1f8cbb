import type { QdaProject } from '@weerklank/core/analysis/qda'
import { noStamp } from '@weerklank/core/analysis/qda'
import { QdaFindings, QdaRefused } from '@weerklank/core/analysis/qda.finding'
import { readCodebook, readProject } from '@weerklank/core/analysis/qda.read'
import { type QdaFile, type QdaSettled, settleTexts } from '@weerklank/core/analysis/qda.texts'
import { decodeText, decodeXml } from './qdpx.decode.ts'
import { type Archive, openArchive, zipLimits } from './qdpx.zip.ts'

/** What a file holds, and what was read otherwise than it stands there. */
export type ReadQda = { project: QdaSettled; findings: QdaFindings }

/** A project (`.qdpx`) or a list of codes (`.qdc`), by what is in it and not by its name. Throws `QdaRefused`. */
export function readQda(bytes: Uint8Array): ReadQda {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip || !looksLikeXml(bytes) ? readQdpx(bytes) : readQdc(bytes)
}

function looksLikeXml(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 100)).replaceAll('\0', '')
  return /^(?:ï»¿|ÿþ|þÿ)?\s*</.test(head)
}

/** A project with the words of its sources. Throws `QdaRefused`. */
export function readQdpx(bytes: Uint8Array): ReadQda {
  const archive = openArchive(bytes)
  const findings = new QdaFindings()
  const project = readProject(decodeXml(projectFile(archive)), findings)
  const settled = settleTexts(project, filesOf(archive, findings), findings)
  return { project: settled, findings }
}

/** A list of codes as a project with nothing else in it. Throws `QdaRefused`. */
export function readQdc(bytes: Uint8Array): ReadQda {
  const findings = new QdaFindings()
  const { origin, codes, sets } = readCodebook(decodeXml(bytes), findings)
  const project: QdaProject = {
    ...{ name: '', origin, description: null, created: noStamp, changed: noStamp, users: [], codes },
    ...{ variables: [], cases: [], sources: [], notes: [], links: [], sets, noteRefs: [] },
  }
  return { project: { ...project, sources: [], notes: [] }, findings }
}

/** Programs give it their own name and capitals; there is one at the root. */
function projectFile(archive: Archive): Uint8Array {
  const found = archive.names.filter((name) => /^[^/]+\.qde$/i.test(name))
  const [name] = found
  if (name === undefined) throw new QdaRefused('no-project')
  if (found.length > 1) throw new QdaRefused('two-projects')
  const bytes = archive.read(name)
  if (bytes === undefined) throw new QdaRefused('no-project')
  return bytes
}

/** Only what lies in the file itself is read: never a path of the machine, never an address. */
function filesOf(archive: Archive, findings: QdaFindings): (path: string) => QdaFile {
  const byName = new Map(archive.names.map((name) => [name.toLowerCase(), name]))
  return (path) => {
    const inside = insideOf(path)
    if (inside === undefined) return { problem: 'source-outside' }
    const name = byName.get(`sources/${inside}`) ?? byName.get(inside)
    if (name === undefined) return { problem: 'source-missing' }
    const bytes = archive.read(name)
    if (bytes === undefined) return { problem: 'source-missing' }
    if (bytes.length > zipLimits.part) return { problem: 'source-too-large' }
    return { text: decodeText(bytes, { name, findings }) }
  }
}

const scheme = /^[a-z][a-z\d+.-]*:/i

/** A name in the archive, in small letters; undefined for a path that leads out of it. */
function insideOf(path: string): string | undefined {
  const name = path.trim().replace(/^internal:\/\//i, '')
  const steps = name.replaceAll('\\', '/').split('/')
  if (scheme.test(name) || steps.includes('..') || steps[0] === '') return undefined
  return steps.join('/').toLowerCase()
}
