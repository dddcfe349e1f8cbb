/** `00:01:02.500`, `1:02,5` or `62.5`; null for anything else. */
export function milliseconds(time: string | undefined): number | null {
  const match = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3})\d*)?$/.exec(time ?? '')
  if (match === null) return null
  const [, hours = '0', minutes = '0', seconds = '0', part = '0'] = match
  if (Number(seconds) > 59 || (match[1] !== undefined && Number(minutes) > 59)) return null
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(part.padEnd(3, '0'))
}

/** A moment in a recording as one reads it, `0:01:05`; whole seconds, rounded down. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
