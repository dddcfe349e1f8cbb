import { clock, type Instant, localDay, millis } from '@weerklank/core/shared/time'

/** A moment as a form asks for it: `2026-11-24` and `09:30` on the clock of the workspace. */
export type WallMoment = { day: string; time: string }

export function wallMoment(at: Instant, timeZone: string): WallMoment {
  return { day: localDay(at, timeZone), time: clock(at, 'en', timeZone) }
}

/** The moment that a form names; null when day or time is not filled in. */
export function momentOf({ day, time }: WallMoment, timeZone: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time)) return null
  const wanted = asIfUtc({ day, time })
  if (Number.isNaN(wanted)) return null
  const ahead = (at: number) => {
    const instant = new Date(at).toISOString()
    return asIfUtc(wallMoment(instant, timeZone)) - Math.floor(millis(instant) / 60_000) * 60_000
  }
  // The offset in force at the wanted moment may differ from the one at the first guess: look twice.
  const near = wanted - ahead(wanted)
  return new Date(wanted - ahead(near)).toISOString()
}

function asIfUtc({ day, time }: WallMoment): number {
  return Date.parse(`${day}T${time}:00Z`)
}
