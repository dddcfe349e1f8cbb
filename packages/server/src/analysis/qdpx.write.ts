import type { QdaCodebook, QdaProject, QdaSource } from '@weerklank/core/analysis/qda'
import { codebookXml, projectXml } from '@weerklank/core/analysis/qda.write'
import { type Zippable, zipSync } from 'fflate'
import { utf8 } from '../reports/text-bytes.ts'

/**
 * A project as `.qdpx`: `project.qde` and each text as UTF-8 without a mark in `sources/`. `made` is the time of the parts, so
 * that the same project gives the same bytes.
 */
export function qdpxOf(project: QdaProject, made: string): Uint8Array<ArrayBuffer> {
  const files: Zippable = {}
  const sources = project.sources.map((source) => apart(source, files))
  const xml = projectXml({ ...project, sources })
  const all = { 'project.qde': utf8(xml), ...files }
  return new Uint8Array(zipSync(all, { mtime: made, level: 6 }))
}

function apart(source: QdaSource, files: Zippable): QdaSource {
  if (source.text.kind !== 'here') return source
  const name = `${source.guid}.txt`
  files[`sources/${name}`] = utf8(source.text.text)
  return { ...source, text: { kind: 'file', path: `internal://${name}` } }
}

/** A list of codes as `.qdc`. */
export function qdcOf(codebook: QdaCodebook): Uint8Array<ArrayBuffer> {
  return new Uint8Array(utf8(codebookXml(codebook)))
}
