/** More than this of an answer is not held against a pattern. */
const answerAtMost = 5_000

/**
 * The pattern that a form sets for an answer, which must fit as a whole; null when this language does not read it, or when
 * it could keep the program busy for ever: one repetition inside another, looking back or ahead, or more than three parts
 * without an end. https://hl7.org/fhir/extensions/StructureDefinition-regex.html
 */
export function patternOf(pattern: string): RegExp | null {
  if (pattern.length > 500 || !isQuick(pattern)) return null
  // What escapes more than it must (`\\_`) is read only without `u`.
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags)
    } catch {}
  }
  return null
}

/** Whether an answer fits; one that is too long to try does not. */
export function fitsPattern(pattern: string, answer: string): boolean {
  const found = patternOf(pattern)
  return found === null || (answer.length <= answerAtMost && found.test(answer))
}

function isQuick(pattern: string): boolean {
  if (/\\[1-9]|\\k<|\(\?[=!<]/.test(pattern)) return false
  // Without what is escaped and what stands between brackets, only the structure is left.
  const bare = pattern.replace(/\\./g, 'a').replace(/\[[^\]]*\]/g, 'a')
  const isNested = /\([^()]*(?:\([^()]*\)[^()]*)*\)(?:[*+]|\{\d+,?\d*\})/g
  for (const [group] of bare.matchAll(isNested)) {
    if (/[*+]|\{\d+,\d*\}|\|/.test(group.replace(/(?:[*+]|\{\d+,?\d*\})$/, ''))) return false
  }
  return (bare.match(/[*+]|\{\d+,\}/g) ?? []).length <= 3
}
