import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { type Instrument, instrumentKey, instrumentSchema } from '@weerklank/core/feedback/instrument'
import { type Opener, openerFile } from '@weerklank/core/feedback/opener'
import type { Db } from '../schema.ts'

const content = new URL('../../../../content/', import.meta.url)

/** What comes with the product: published instrument versions and the sentences that open a talk. */
export type Content = {
  /** All versions, by `instrumentKey`. */
  instruments: ReadonlyMap<string, Instrument>
  openers: ReadonlyMap<string, readonly Opener[]>
  /** The instrument with which someone is asked how it was. */
  contactCheck: Instrument
}

/** Reads and validates the content files; a broken file stops the start and is named. */
export function loadContent(): Content {
  const instruments = new Map(
    readFolder('instruments/', (json) => instrumentSchema.parse(json)).map((one) => [
      instrumentKey(one),
      one,
    ]),
  )
  const openers = new Map(
    readFolder('openers/', (json) => openerFile.parse(json)).map((one) => [one.instrument, one.openers]),
  )
  const contactCheck = [...instruments.values()]
    .filter((instrument) => instrument.id === 'contact-check')
    .toSorted((a, b) => b.version - a.version)[0]
  if (contactCheck === undefined) throw new Error('content/instruments holds no contact check')
  return { instruments, openers, contactCheck }
}

function readFolder<T>(folder: string, read: (json: unknown) => T): T[] {
  return readdirSync(new URL(folder, content))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      try {
        return read(JSON.parse(readFileSync(new URL(folder + name, content), 'utf8')))
      } catch (cause) {
        throw new Error(`content/${folder}${name} cannot be used`, { cause })
      }
    })
}

/**
 * Publishes the instruments in the database, as its owner. A version that is there already must be the same to the letter:
 * old answers point at it.
 */
export async function publishInstruments(db: Db, content: Content): Promise<void> {
  for (const instrument of content.instruments.values()) {
    const { id, version } = instrument
    await db
      .insertInto('instrument_version')
      .values({ instrument_id: id, version, definition: JSON.stringify(instrument) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const stored = await db
      .selectFrom('instrument_version')
      .select('definition')
      .where('instrument_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (!isDeepStrictEqual(stored.definition, instrument)) {
      throw new Error(
        `${instrumentKey(instrument)} was changed after it was published. Put the old wording back and publish a new version.`,
      )
    }
  }
}
