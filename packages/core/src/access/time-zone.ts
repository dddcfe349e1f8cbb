/** Whether days can be told in this time zone, by its name in the tz database (`Europe/Amsterdam`). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    // An offset such as +01:00 has no summer time: who fills it in means something else.
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}
