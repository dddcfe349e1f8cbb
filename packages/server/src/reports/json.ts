import type { Cell, Chunks, Sheet } from './table.ts'
import { utf8 } from './text-bytes.ts'

/**
 * A table as one JSON document: what each column means, then the rows as objects. An empty cell is null, so that every row
 * has every column.
 */
export async function* jsonOf(sheet: Sheet): Chunks {
  const { title, columns } = sheet
  const told = columns.map(({ name, label, ...column }) => ({
    name,
    label,
    kind: column.kind,
    ...(column.kind === 'number' && column.values !== undefined && { values: column.values }),
  }))
  yield utf8(`{"title":${JSON.stringify(title)},"columns":${JSON.stringify(told)},"rows":[`)
  let isFirst = true
  for await (const batch of sheet.rows) {
    const lines = batch.map((row) => JSON.stringify(objectOf(columns, row)))
    if (lines.length === 0) continue
    yield utf8(`${isFirst ? '\n' : ',\n'}${lines.join(',\n')}`)
    isFirst = false
  }
  yield utf8('\n]}\n')
}

function objectOf(columns: Sheet['columns'], row: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]))
}
