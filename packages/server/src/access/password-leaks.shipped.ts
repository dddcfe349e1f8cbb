import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

// Some 49,000 passwords that leaked, small letters only, as the makers of zxcvbn-ts give them along (MIT): a JSON list.
const path = createRequire(import.meta.url).resolve('@zxcvbn-ts/language-common/src/passwords.json')

/** Shorter than this and a word says little: `sun` is in the list, and in many a good sentence. */
const leastCore = 5

/**
 * What the list that comes along says of a password: it leaked itself, or it is a leaked one with digits and signs round it
 * (`Liverpool!2019`), which programs try next. Hardly any leaked password is as long as ours must be; dressed up they are.
 * The list (0.5 MB) is read when someone chooses a password and kept in no memory. Nothing is asked of anyone.
 */
export async function shippedFault(password: string): Promise<'leaked' | 'too-common' | null> {
  const list = await readFile(path)
  // The list holds ASCII only and each word between quotes, so bytes can be looked for as they are.
  const isListed = (text: string) => list.includes(JSON.stringify(text))
  const small = password.normalize('NFKC').toLowerCase()
  if (isListed(small)) return 'leaked'
  return coresOf(small).some(isListed) ? 'too-common' : null
}

/** What is left of a password without what is put round a word: signs alone, and signs with digits. */
function coresOf(small: string): string[] {
  const bare = [/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, /^[^\p{L}]+|[^\p{L}]+$/gu].map((round) =>
    small.replace(round, ''),
  )
  return bare.flatMap((core) => [core, once(core)]).filter((core) => core.length >= leastCore)
}

/** A word that was typed twice or more, as it is once. */
function once(core: string): string {
  return /^(.{4,}?)[^\p{L}]*(?:\1[^\p{L}]*)+$/u.exec(core)?.[1] ?? core
}
