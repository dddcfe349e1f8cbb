import type { RoundForm } from '@weerklank/core/team/round'
import type { TeamInstrument } from '@weerklank/core/team/team-instrument'
import type { World } from '../deps.ts'

export type TeamDeps = {
  world: World
  content: {
    /** All versions, as `id@version`. */
    teamInstruments: ReadonlyMap<string, TeamInstrument>
    teamCheck: TeamInstrument
  }
  /** The address under which people reach this server, without a slash at the end. */
  publicUrl: string
}

/** All published wordings. */
export type Instruments = { content: Pick<TeamDeps['content'], 'teamInstruments'> }

/** The wording that a round was opened with. */
export function instrumentOf(
  deps: Instruments,
  round: { instrument_id: string; instrument_version: number },
): TeamInstrument {
  const instrument = deps.content.teamInstruments.get(`${round.instrument_id}@${round.instrument_version}`)
  if (instrument === undefined) throw new Error('A round points at an instrument that is not published')
  return instrument
}

/** The questions of which a round can be made: the newest version of each, in the order of their names. */
export function roundInstruments({ content }: Pick<TeamDeps, 'content'>): TeamInstrument[] {
  const newest = new Map<string, TeamInstrument>()
  for (const one of content.teamInstruments.values()) {
    const known = newest.get(one.id)
    if (known === undefined || known.version < one.version) newest.set(one.id, one)
  }
  return [...newest.values()].toSorted((a, b) => (a.name.nl < b.name.nl ? -1 : 1))
}

/** The questions of that name, as they are asked now; undefined when there are none that fit the form of a round. */
export function askedInstrument(
  deps: Pick<TeamDeps, 'content'>,
  { id, form }: { id: string; form: RoundForm },
): TeamInstrument | undefined {
  const isAboutOthers = form === 'between'
  return roundInstruments(deps).find((one) => one.id === id && (one.about === 'others') === isAboutOthers)
}
