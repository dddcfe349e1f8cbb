/** Why a file as a whole is not read. Nothing of it is kept then. */
export const qdaRefusals = [
  'not-zip',
  'broken-zip',
  'encrypted-zip',
  'too-many-files',
  'too-large',
  'bomb',
  'no-project',
  'two-projects',
  'encoding',
  'not-xml',
  'document-type',
  'too-deep',
  'too-many-elements',
  'other-root',
  'no-texts',
  'too-much',
] as const
export type QdaRefusal = (typeof qdaRefusals)[number]

/** What was read otherwise than it stands in the file, or could not be kept. Nothing is dropped without one of these. */
export const qdaFindings = [
  // Left out: there is no place for it, or no text to it.
  'picture-source',
  'media-source',
  'media-selection',
  'pdf-source',
  'pdf-selection',
  'graph',
  'unknown-element',
  'rich-text-only',
  'source-missing',
  'source-outside',
  'source-too-large',
  'position-odd',
  'value-odd',
  'unknown-reference',
  'rich-text',
  // Kept, and changed on the way.
  'unknown-code',
  'unknown-user',
  'selection-empty',
  'selection-beyond',
  'selection-reversed',
  'encoding-guessed',
  'text-unfit',
  'text-twice',
  'guid-odd',
  'guid-twice',
  'date-odd',
  'colour-odd',
  'name-missing',
  'space-odd',
  // Kept in another place than in the program that it comes from.
  'coding-of-source',
  'coding-split',
  'coding-empty',
  'code-not-codable',
  'code-cut',
  'user-pseudonym',
  'case-as-speaker',
  'case-as-memo',
  'set-as-memo',
  'variable-as-memo',
  'link-as-memo',
] as const
export type QdaFindingCode = (typeof qdaFindings)[number]

/** How often it happened, and the names of the first few. */
export type QdaFinding = {
  readonly code: QdaFindingCode
  readonly count: number
  readonly names: readonly string[]
}

const namesAtMost = 5
const nameLength = 80

/** Gathers findings: each code once, with its count and the first names. */
export class QdaFindings {
  readonly #all = new Map<QdaFindingCode, { count: number; names: Set<string> }>()

  /** Says that something happened to what has this name; `times` when it is more than one thing. */
  note(code: QdaFindingCode, name: string, times = 1): void {
    const there = this.#all.get(code) ?? { count: 0, names: new Set<string>() }
    there.count += times
    if (there.names.size < namesAtMost && name !== '')
      there.names.add([...name].slice(0, nameLength).join(''))
    this.#all.set(code, there)
  }

  /** What was said, in the order of `qdaFindings`. */
  list(): QdaFinding[] {
    return qdaFindings.flatMap((code) => {
      const found = this.#all.get(code)
      return found === undefined ? [] : [{ code, count: found.count, names: [...found.names] }]
    })
  }
}

/** A file that is not read as a whole: it is thrown, and told once at the border. */
export class QdaRefused extends Error {
  readonly reason: QdaRefusal
  constructor(reason: QdaRefusal, options?: { cause?: unknown }) {
    super(`The file is refused: ${reason}`, options)
    this.reason = reason
  }
}
