/** What another page began planning a meeting with, and where one goes on when it is planned. */
export type PlanningBegan = {
  /** The collaboration. */
  samenwerking?: string | undefined
  vorm?: string | undefined
  titel?: string | undefined
  /** What it is about. */
  vraag?: string | undefined
  /** The way through the chooser of instruments, up to the question whether a talk is planned. */
  keuze?: string | undefined
  /** The round that is talked about. */
  peiling?: string | undefined
}

/** The fields of the draft that are known already. */
export function begunWith({ vorm = '', titel = '', vraag = '' }: PlanningBegan) {
  return { format: vorm, title: titel.slice(0, 120), purpose: vraag.slice(0, 1_000) }
}

/** Back to where the talk was missing, with it; else to the meeting itself. */
export function afterPlanning({ keuze, peiling, samenwerking }: PlanningBegan, meeting: string) {
  if (keuze !== undefined) {
    // The last answer was "not yet": now there is one.
    const pad = keuze.replace(/\.no$/, '.yes')
    return { to: '/team/keuzehulp', search: { pad, team: samenwerking, gesprek: meeting } } as const
  }
  if (peiling !== undefined)
    return { to: '/peilingen/$round', params: { round: peiling }, search: { gesprek: meeting } } as const
  return { to: '/gesprekken/$meeting', params: { meeting } } as const
}
