import { readdirSync, readFileSync } from 'node:fs'
import { type AfterContent, afterFile } from '@weerklank/core/dialogue/after.content'

const folder = new URL('../../../../content/dialogue/', import.meta.url)

/** What is asked after a meeting, in its newest version; a broken file stops the start and is named. */
export function loadAfterContent(): AfterContent {
  const all = readdirSync(folder)
    .filter((name) => /^after\.v\d+\.json$/.test(name))
    .map(readOne)
  const newest = all.toSorted((a, b) => b.version - a.version)[0]
  if (newest === undefined) throw new Error('content/dialogue holds no questions for after a meeting')
  return newest
}

function readOne(name: string): AfterContent {
  try {
    const content = afterFile.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    if (name !== `after.v${content.version}.json`) throw new Error(`It holds version ${content.version}`)
    return content
  } catch (cause) {
    throw new Error(`content/dialogue/${name} cannot be used`, { cause })
  }
}
