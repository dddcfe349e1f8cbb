/** More than this of an answer is not held against a pattern. */
const answerAtMost = 5_000

/**
 * The pattern that a form sets for an answer, which must fit as a whole; null when this language does not read it, or when
 * it could keep the program busy for ever: one repetition inside another, looking back or ahead, or more than three parts
 * without an end. https://hl7.org/fhir/extensions/StructureDefinition-regex.html
 */
export function patternOf(said: string): RegExp | null {
  const pattern = asPlain(said)
  if (pattern.length > 500 || !isQuick(pattern)) return null
  // What escapes more than it must (`\\_`) is read only without `u`.
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags)
    } catch {}
  }
  return null
}

/** Some programs write a pattern as the function of FHIRPath that they hand it to: `matches('^[0-9]{4}$')`. */
function asPlain(said: string): string {
  const found = /^\s*matches(?:Full)?\(\s*'((?:\\.|[^'\\])*)'\s*\)\s*$/.exec(said)?.[1]
  // In a string of FHIRPath a backslash is written twice; one alone before another sign stands for itself here.
  return found === undefined ? said : found.replaceAll("\\'", "'").replaceAll('\\\\', '\\')
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
