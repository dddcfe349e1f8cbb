import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { type Instrument, instrumentKey, instrumentSchema } from '@weerklank/core/feedback/instrument'
import { type Opener, openerFile } from '@weerklank/core/feedback/opener'
import {
  type JournalPrompt,
  journalFile,
  type RepairHint,
  repairFile,
} from '@weerklank/core/feedback/rupture.contract'
import { type CircleInstrument, circleInstrumentSchema } from '@weerklank/core/team/circle-instrument'
import { type TeamInstrument, teamInstrumentSchema } from '@weerklank/core/team/team-instrument'
import type { Db } from '../schema.ts'

const content = new URL('../../../../content/', import.meta.url)

/** What comes with the product: published instrument versions and the sentences that open a talk. */
export type Content = {
  /** All versions, by `instrumentKey`. */
  instruments: ReadonlyMap<string, Instrument>
  openers: ReadonlyMap<string, readonly Opener[]>
  /** What helps at each step of repair. */
  repairHints: readonly RepairHint[]
  /** Questions to oneself, for each moment. */
  journalPrompts: readonly JournalPrompt[]
  /** The instrument with which someone is asked how it was. */
  contactCheck: Instrument
  /** What is asked of groups without names, by `instrumentKey`. */
  teamInstruments: ReadonlyMap<string, TeamInstrument>
  /** The instrument of a new anonymous round. */
  teamCheck: TeamInstrument
  /** What the people of a team or network are asked in confidence, by `instrumentKey`. */
  circleInstruments: ReadonlyMap<string, CircleInstrument>
}

/** The newest version of a check that can be asked of someone; undefined when there is none of that name. */
export function newestInstrument(content: Pick<Content, 'instruments'>, id: string): Instrument | undefined {
  const versions = [...content.instruments.values()].filter((one) => one.id === id)
  return versions.toSorted((a, b) => b.version - a.version)[0]
}

/** Reads and validates the content files; a broken file stops the start and is named. */
export function loadContent(): Content {
  const all = readFolder('instruments/', readInstrument)
  const openers = new Map(
    readFolder('openers/', (json) => openerFile.parse(json)).map((one) => [one.instrument, one.openers]),
  )
  const ofPeople = all.flatMap((one) => ('use' in one ? [] : [one]))
  const ofTeams = all.flatMap((one) => ('use' in one ? [one] : []))
  return {
    instruments: new Map(ofPeople.map((one) => [instrumentKey(one), one])),
    openers,
    repairHints: readFolder('repair/', (json) => repairFile.parse(json).hints).flat(),
    journalPrompts: readFolder('journal/', (json) => journalFile.parse(json).prompts).flat(),
    contactCheck: newest(ofPeople, 'contact-check'),
    teamInstruments: new Map(ofTeams.map((one) => [instrumentKey(one), one])),
    teamCheck: newest(ofTeams, 'team-check'),
    circleInstruments: new Map(
      readFolder('circle-checks/', (json) => circleInstrumentSchema.parse(json)).map((one) => [
        instrumentKey(one),
        one,
      ]),
    ),
  }
}

function readInstrument(json: unknown): Instrument | TeamInstrument {
  const isForRounds = typeof json === 'object' && json !== null && 'use' in json
  return isForRounds ? teamInstrumentSchema.parse(json) : instrumentSchema.parse(json)
}

function newest<One extends { id: string; version: number }>(instruments: readonly One[], id: string): One {
  const found = instruments.filter((one) => one.id === id).toSorted((a, b) => b.version - a.version)[0]
  if (found === undefined) throw new Error(`content/instruments holds no ${id}`)
  return found
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
  const { instruments, teamInstruments, circleInstruments } = content
  const all = [...instruments.values(), ...teamInstruments.values(), ...circleInstruments.values()]
  for (const instrument of all) {
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
