/** Where things stand in a text that is JSON: for messages that name a line. */
export type JsonPlaces = {
  /** The line of a value, from 1; of the nearest that there is when it is not there itself. */
  lineOf: (path: readonly PropertyKey[]) => number
  /** Fields that stand twice in one object: a reader keeps the last without a word. */
  doubled: readonly { path: readonly string[]; line: number }[]
}

type Level = {
  path: readonly string[]
  isList: boolean
  index: number
  key: string | null
  seen: Set<string>
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/** Finds the lines of all values in one pass; the text must be JSON already. */
export function placesIn(text: string): JsonPlaces {
  const lines = new Map<string, number>([['', 1]])
  const doubled: { path: readonly string[]; line: number }[] = []
  const levels: Level[] = []
  let line = 1
  let read = 0
  for (const { 0: sign, index } of text.matchAll(token)) {
    for (; read < index; read += 1) if (text[read] === '\n') line += 1
    const level = levels.at(-1)
    if (sign === '}' || sign === ']') levels.pop()
    else if (sign === ',') advance(level)
    else if (sign !== ':') {
      if (level !== undefined && !level.isList && level.key === null) {
        const path = enter(level, JSON.parse(sign))
        if (level.seen.has(path.at(-1) ?? '')) doubled.push({ path, line })
        level.seen.add(path.at(-1) ?? '')
        lines.set(path.join('\n'), line)
        continue
      }
      const path =
        level === undefined ? [] : [...level.path, level.isList ? String(level.index) : (level.key ?? '')]
      if (!lines.has(path.join('\n'))) lines.set(path.join('\n'), line)
      if (sign === '{' || sign === '[')
        levels.push({ path, isList: sign === '[', index: 0, key: null, seen: new Set() })
    }
  }
  return { lineOf: (path) => nearest(lines, path.map(String)), doubled }
}

function advance(level: Level | undefined): void {
  if (level === undefined) return
  level.index += 1
  level.key = null
}

function enter(level: Level, key: string): string[] {
  level.key = key
  return [...level.path, key]
}

function nearest(lines: ReadonlyMap<string, number>, path: readonly string[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const line = lines.get(path.slice(0, length).join('\n'))
    if (line !== undefined) return line
  }
  return 1
}

/** The line at which a text stops being JSON, out of what the reader says of it. */
export function brokenAt(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1]
  const end = position === undefined ? text.length : Number(position)
  return text.slice(0, end).split('\n').length
}
