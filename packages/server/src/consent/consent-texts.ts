import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { purposes } from '@weerklank/core/consent/consent'
import { consentTextKey, newestText } from '@weerklank/core/consent/consent-text'
import { type ConsentText, consentTextSchema } from '@weerklank/core/consent/consent-text.schema'
import type { Db } from '../schema.ts'

/** Every published version of every consent text, by `consentTextKey`. */
export type ConsentTexts = ReadonlyMap<string, ConsentText>

const content = new URL('../../../../content/consent/', import.meta.url)

/** Reads and validates the consent texts; a broken file, or a purpose without a text, stops the start and is named. */
export function loadConsentTexts(folder: URL = content): ConsentTexts {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readText(folder, name))
  for (const purpose of purposes) newestText(texts, purpose)
  return new Map(texts.map((text) => [consentTextKey(text), text]))
}

function readText(folder: URL, name: string): ConsentText {
  try {
    const text = consentTextSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    // Two files with one version would hide each other.
    if (name !== `${text.purpose}.v${text.version}.json`) throw new Error(`It holds ${consentTextKey(text)}`)
    return text
  } catch (cause) {
    throw new Error(`content/consent/${name} cannot be used`, { cause })
  }
}

/**
 * Publishes the consent texts in the database, as its owner. A version that is there already must be the same to the letter:
 * what people decided points at it.
 */
export async function publishConsentTexts(db: Db, texts: ConsentTexts): Promise<void> {
  for (const text of texts.values()) {
    const { purpose, version } = text
    await db
      .insertInto('consent_text')
      .values({ purpose, version, definition: JSON.stringify(text) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const stored = await db
      .selectFrom('consent_text')
      .select('definition')
      .where('purpose', '=', purpose)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (!isDeepStrictEqual(stored.definition, text)) {
      throw new Error(
        `${consentTextKey(text)} was changed after it was published. Put the old wording back and publish a new version.`,
      )
    }
  }
}
