import { readdirSync, readFileSync } from 'node:fs'
import type { Format } from '@weerklank/core/dialogue/format'
import { ownFormatId } from '@weerklank/core/dialogue/format.change'
import { formatShape } from '@weerklank/core/dialogue/format.schema'
import type { FormatId } from '@weerklank/core/shared/ids'
import type { Trx } from '../schema.ts'
import { newestPublished } from './format.repository.ts'

/** The shipped formats by key, each in its newest version. */
export type Formats = ReadonlyMap<string, Format>

const content = new URL('../../../../content/formats/', import.meta.url)

/** Reads and validates the shipped formats; a broken file stops the start and is named. */
export function loadFormats(folder: URL = content): Formats {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFormat(folder, name))
  const oldestFirst = all.toSorted((a, b) => a.version - b.version)
  return new Map(oldestFirst.map((format) => [format.key, format]))
}

function readFormat(folder: URL, name: string): Format {
  try {
    const format = formatShape.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    if (name !== `${format.key}.v${format.version}.json`) {
      throw new Error(`It holds ${format.key} version ${format.version}`)
    }
    // An own format would hide behind it.
    if (ownFormatId(format.key) !== undefined) throw new Error('Its key is that of an own format')
    return format
  } catch (cause) {
    throw new Error(`content/formats/${name} cannot be used`, { cause })
  }
}

/**
 * The format that a meeting can be held by, to freeze into it: shipped and no empty template, or the newest version that the
 * organisation published and did not withdraw. Undefined for every other key.
 */
export async function formatToHold(trx: Trx, formats: Formats, key: string): Promise<Format | undefined> {
  const own = ownFormatId(key)
  const format = own === undefined ? formats.get(key) : (await newestPublished(trx, own as FormatId))?.body
  return format?.isTemplate ? undefined : format
}
