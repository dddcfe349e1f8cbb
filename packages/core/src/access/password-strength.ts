/** Why a password is refused. `leaked` is found by the server, which can look it up. */
export const passwordFaults = ['too-short', 'too-long', 'too-common', 'about-you', 'leaked'] as const
export type PasswordFault = (typeof passwordFaults)[number]

/** Length in UTF-16 units. Long enough for a sentence; not so long that hashing it becomes work. NIST SP 800-63B-4, 3.1.1. */
export const passwordLength = { least: 12, most: 200 } as const

/** What stands about someone in the open: words that are no secret. */
export type KnownAbout = { email: string; name: string; organisations: readonly string[] }

// Our own list of what people fall back on; letters only, small, without accents. Which passwords leaked elsewhere is
// looked up in a file that the administrator can give.
const commonWords = [
  ...['welkom', 'wachtwoord', 'geheim', 'hallo', 'inloggen', 'toegang', 'beheer', 'beheerder', 'gebruiker'],
  ...[
    'password',
    'passw',
    'welcome',
    'letmein',
    'secret',
    'login',
    'admin',
    'administrator',
    'qwerty',
    'azerty',
  ],
  ...[
    'test',
    'demo',
    'user',
    'iloveyou',
    'ikhouvanjou',
    'master',
    'default',
    'changeme',
    'changethis',
    'weerklank',
  ],
  ...['zomer', 'winter', 'lente', 'herfst', 'voorjaar', 'najaar', 'summer', 'spring', 'autumn', 'fall'],
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober'],
  ...['november', 'december', 'january', 'february', 'march', 'may', 'june', 'july', 'august', 'october'],
  ...[
    'maandag',
    'dinsdag',
    'woensdag',
    'donderdag',
    'vrijdag',
    'zaterdag',
    'zondag',
    'monday',
    'friday',
    'sunday',
  ],
  ...[
    'amsterdam',
    'rotterdam',
    'denhaag',
    'utrecht',
    'eindhoven',
    'groningen',
    'nederland',
    'holland',
    'ajax',
  ],
  ...[
    'feyenoord',
    'oranje',
    'voetbal',
    'football',
    'zorg',
    'welzijn',
    'praktijk',
    'kantoor',
    'computer',
    'internet',
  ],
]

const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'abcdefghijklmnopqrstuvwxyz',
]
const runs = rows.flatMap((row) => [row + row, [...(row + row)].reverse().join('')])

/**
 * Why a password is no secret, or null. What is worth nothing is taken away — words that everyone uses, runs on the
 * keyboard, repeats, years, what is known about its owner — and what is left must still be hard to guess. No rule asks for
 * capitals or signs: those make passwords that people cannot remember and programs guess anyway.
 */
export function passwordFault(password: string, about: KnownAbout): PasswordFault | null {
  if (password.length < passwordLength.least) return 'too-short'
  if (password.length > passwordLength.most) return 'too-long'
  const plain = readable(password)
  if (isWeak(without(plain, commonWords))) return 'too-common'
  return isWeak(without(plain, [...commonWords, ...ownWords(about)])) ? 'about-you' : null
}

/** Letters and digits that still say something: fewer than this, and programs that guess come to them. */
const leastLeft = 6

function isWeak(left: string): boolean {
  const core = withoutRuns(left.replace(/(?:19|20)\d\d/g, ' '))
  const said = core.replace(/[^\p{L}\p{N}]/gu, '')
  return said.length < leastLeft || new Set(said).size < 4 || isRepeat(said)
}

/** One short piece over and over: `welkwelkwelk`, `121212121212`. */
function isRepeat(text: string): boolean {
  return /^(.{1,6}?)\1{2,}.{0,5}$/u.test(text)
}

/** Three keys in a row, or more, count for nothing; so do three times the same sign. */
function withoutRuns(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    const length = Math.max(runAt(text, at), sameAt(text, at))
    if (length < 3) left += text[at]
    at += length < 3 ? 1 : length
  }
  return left
}

function runAt(text: string, at: number): number {
  let length = 1
  while (at + length < text.length && runs.some((run) => run.includes(text.slice(at, at + length + 1))))
    length += 1
  return length
}

function sameAt(text: string, at: number): number {
  let length = 1
  while (text[at + length] === text[at]) length += 1
  return length
}

function without(text: string, words: readonly string[]): string {
  const longestFirst = words.filter((word) => word.length >= 3).toSorted((a, b) => b.length - a.length)
  return longestFirst.reduce((left, word) => left.replaceAll(word, ' '), text)
}

function ownWords({ email, name, organisations }: KnownAbout): string[] {
  const parts = [email, name, ...organisations].flatMap((one) => {
    const words = readable(one).split(/[^\p{L}\p{N}]+/u)
    return [...words, words.join('')]
  })
  return parts.filter((part) => part.length >= 3)
}

const signsForLetters: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
}

/** Small letters without accents; a sign between letters is read as the letter for which it stands (`w@chtw00rd`). */
function readable(text: string): string {
  const small = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return small.replace(/(?<=\p{L})[@43!10$5]+(?=\p{L})/gu, (signs) =>
    [...signs].map((sign) => signsForLetters[sign] ?? sign).join(''),
  )
}
