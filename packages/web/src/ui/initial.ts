const notNames = new Set(
  'de den der dhr dokter dr drs het ir juf juffrouw meester meneer mevr mevrouw mr mrs ms mw oma opa oom prof tante te ten ter van von'.split(
    ' ',
  ),
)

/** The letter on someone's badge: of the first word that is a name ("Meneer De Wit" is W, "Oma Hilde" is H). */
export function initialOf(name: string): string {
  const words = name.split(/[\s.]+/).filter((word) => /\p{L}|\p{N}/u.test(word))
  const chosen = words.find((word) => !notNames.has(word.toLowerCase())) ?? words[0] ?? ''
  const letter = /\p{L}|\p{N}/u.exec(chosen)?.[0] ?? '?'
  return letter.toLocaleUpperCase('nl')
}
