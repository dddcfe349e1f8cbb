import { readdirSync, readFileSync } from 'node:fs'
import { type ShippedItem, shippedItemShape } from '@weerklank/core/library/item.schema'
import { loadDrawn } from './library.drawn.ts'

const content = new URL('../../../../content/library/', import.meta.url)

/** All shipped items, every version, also those that are drawn from other content. A broken file stops the start and is named. */
export function loadLibrary(folder: URL = content): readonly ShippedItem[] {
  return [...loadWritten(folder), ...(folder === content ? loadDrawn() : [])]
}

function loadWritten(folder: URL): ShippedItem[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readKind(folder, name))
}

function readKind(folder: URL, kind: string): ShippedItem[] {
  return readdirSync(new URL(`${kind}/`, folder))
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => readItem(folder, kind, name))
}

function readItem(folder: URL, kind: string, name: string): ShippedItem {
  try {
    const item = shippedItemShape.parse(JSON.parse(readFileSync(new URL(`${kind}/${name}`, folder), 'utf8')))
    if (item.kind !== kind || name !== `${item.key}.v${item.version}.json`) {
      throw new Error(`It holds ${item.key} version ${item.version} of kind ${item.kind}`)
    }
    return item
  } catch (cause) {
    throw new Error(`content/library/${kind}/${name} cannot be used`, { cause })
  }
}
