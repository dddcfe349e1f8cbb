import type { TeamInstrument } from '@weerklank/core/team/team-instrument'
import type { World } from '../deps.ts'

export type TeamDeps = {
  world: World
  content: {
    /** All versions, as `id@version`. */
    teamInstruments: ReadonlyMap<string, TeamInstrument>
    /** The instrument of a new round. */
    teamCheck: TeamInstrument
  }
  /** The address under which people reach this server, without a slash at the end. */
  publicUrl: string
}

/** The wording that a round was opened with. */
export function instrumentOf(
  deps: TeamDeps,
  round: { instrument_id: string; instrument_version: number },
): TeamInstrument {
  const instrument = deps.content.teamInstruments.get(`${round.instrument_id}@${round.instrument_version}`)
  if (instrument === undefined) throw new Error('A round points at an instrument that is not published')
  return instrument
}
