/** Reads an SPSS system file by its published layout, apart from the writer: what a test holds against what was written. */
export type SavVariable = {
  name: string
  label: string
  width: number
  format: number
  missing: number[]
  values: Map<number, string>
}
export type SavFile = { title: string; variables: SavVariable[]; rows: (number | string | null)[][] }

type Found = { variable: SavVariable; short: string }
type Reading = { found: Found[]; slots: Found[]; labels: [number, string][] }

function cursorOn(data: Buffer) {
  let at = 0
  const step = (size: number) => {
    at += size
    return at - size
  }
  return {
    int: () => data.readInt32LE(step(4)),
    float: () => data.readDoubleLE(step(8)),
    byte: () => data.readUInt8(step(1)),
    text: (size: number) => {
      const from = step(size)
      return data.toString('utf8', from, from + size).trimEnd()
    },
    skip: (size: number) => void step(size),
    rest: () => data.subarray(at),
  }
}
type Cursor = ReturnType<typeof cursorOn>

export function readSav(bytes: Uint8Array): SavFile {
  const from = cursorOn(Buffer.from(bytes))
  if (from.text(4) !== '$FL2') throw new Error('No SPSS system file')
  from.skip(60)
  if (from.int() !== 2) throw new Error('Another layout, or the other byte order')
  const slotsPerRow = from.int()
  if (from.int() !== 1) throw new Error('Not compressed')
  from.skip(8)
  if (from.float() !== 100) throw new Error('Another bias')
  from.skip(17)
  const title = from.text(64)
  from.skip(3)
  const to: Reading = { found: [], slots: [], labels: [] }
  for (let record = from.int(); record !== 999; record = from.int()) {
    const read = records[record]
    if (read === undefined) throw new Error(`There is no record ${record}`)
    read(from, to)
  }
  from.skip(4)
  const variables = to.found.map(({ variable }) => variable)
  return { title, variables, rows: rowsOf(from.rest(), slotsPerRow, variables) }
}

const records: Readonly<Record<number, (from: Cursor, to: Reading) => void>> = {
  2: readVariable,
  3: (from, to) => {
    to.labels = Array.from({ length: from.int() }, () => {
      const value = from.float()
      const size = from.byte()
      const label = from.text(size)
      from.skip(-(size + 1) & 7)
      return [value, label]
    })
  },
  4: (from, to) => {
    for (let left = from.int(); left > 0; left--) {
      const slot = to.slots[from.int() - 1]
      for (const [value, label] of to.labels) slot?.variable.values.set(value, label)
    }
  },
  7: (from, to) => {
    const [kind, size, count] = [from.int(), from.int(), from.int()]
    const read = extensions[kind]
    if (read === undefined) from.skip(size * count)
    else read(from.text(size * count), to)
  },
}

function readVariable(from: Cursor, to: Reading): void {
  const [width, hasLabel, missing, format] = [from.int(), from.int(), from.int(), from.int()]
  from.skip(4)
  const short = from.text(8)
  const variable: SavVariable = { name: short, label: '', width, format, missing: [], values: new Map() }
  if (hasLabel === 1) {
    const size = from.int()
    variable.label = from.text(size)
    from.skip(-size & 3)
  }
  for (let one = 0; one < missing; one++) variable.missing.push(from.float())
  if (width !== -1) to.found.push({ variable, short })
  const last = to.found.at(-1)
  if (last !== undefined) to.slots.push(last)
}

const extensions: Readonly<Record<number, (text: string, to: Reading) => void>> = {
  13: (text, { found }) => {
    for (const pair of text.split('\t')) {
      const [short, long = ''] = pair.split('=')
      for (const one of found) if (one.short === short) one.variable.name = long
    }
  },
  14: (text, { found }) => {
    for (const pair of text.split(/\0\t?/).filter(Boolean)) {
      const [short, width = ''] = pair.split('=')
      const at = found.findIndex((one) => one.short === short)
      const first = found[at]
      if (first === undefined) throw new Error(`There is no variable ${short}`)
      first.variable.width = Number(width)
      found.splice(at + 1, Math.ceil(Number(width) / 252) - 1)
    }
  },
  20: (text) => {
    if (text !== 'UTF-8') throw new Error('Not in UTF-8')
  },
}

type Slot = Buffer | number | null

function rowsOf(data: Buffer, slotsPerRow: number, variables: SavVariable[]): SavFile['rows'] {
  const rows: SavFile['rows'] = []
  let row: Slot[] = []
  for (let at = 0; at < data.length; ) {
    const codes = data.subarray(at, at + 8)
    at += 8
    for (const code of codes) {
      if (code === 0) continue
      if (code === 252) return rows
      row.push(code === 253 ? data.subarray(at, at + 8) : slotOf(code))
      if (code === 253) at += 8
      if (row.length < slotsPerRow) continue
      rows.push(cellsOf(row, variables))
      row = []
    }
  }
  throw new Error('The end of the rows is missing')
}

function slotOf(code: number): Slot {
  if (code === 254) return Buffer.alloc(8, 0x20)
  return code === 255 ? null : code - 100
}

function cellsOf(row: Slot[], variables: SavVariable[]): SavFile['rows'][number] {
  let slot = 0
  return variables.map(({ width }) => {
    if (width === 0) {
      const cell = row[slot++] ?? null
      return typeof cell === 'object' ? (cell?.readDoubleLE() ?? null) : cell
    }
    const pieces = width <= 255 ? 1 : Math.ceil(width / 252)
    const parts = Array.from({ length: pieces }, (_, piece) => {
      const last = pieces === 1 ? width : width - 252 * (pieces - 1)
      const size = Math.ceil((piece < pieces - 1 ? 255 : last) / 8)
      const eights = row.slice(slot, slot + size)
      slot += size
      return Buffer.concat(eights as Buffer[]).subarray(0, 255)
    })
    return Buffer.concat(parts).subarray(0, width).toString('utf8').trimEnd()
  })
}
